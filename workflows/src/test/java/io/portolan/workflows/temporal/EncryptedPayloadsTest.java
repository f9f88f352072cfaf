package io.portolan.workflows.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.portolan.domain.bank.Reason;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import io.temporal.failure.ApplicationFailure;
import io.temporal.payload.codec.PayloadCodecException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class EncryptedPayloadsTest {
    private static final Reason SECRET = Reason.of("AC04", "Li Wei called");

    private final EncryptedPayloads encryption = new EncryptedPayloads("2026", Map.of("2026", key(1)));
    private final DataConverter converter = Payloads.encrypted(encryption);

    @Test
    void aValueComesBackAndCannotBeReadOnTheWay() {
        Payload payload = converter.toPayload(SECRET).orElseThrow();

        assertThat(payload.toString()).doesNotContain("Li Wei");
        assertThat(payload.getMetadataOrThrow("encryption-key-id").toStringUtf8())
                .isEqualTo("2026");
        assertThat(converter.fromPayload(payload, Reason.class, Reason.class)).isEqualTo(SECRET);
    }

    @Test
    void theSameValueNeverLooksTheSame() {
        assertThat(converter.toPayload(SECRET)).isNotEqualTo(converter.toPayload(SECRET));
    }

    @Test
    void whatAFailureSaysIsEncryptedToo() {
        var failure = converter.exceptionToFailure(ApplicationFailure.newFailure("Li Wei has moved", "Moved"));

        assertThat(failure.toString()).doesNotContain("Li Wei");
        assertThat(converter.failureToException(failure)).hasMessageContaining("Li Wei has moved");
    }

    @Test
    void anOlderKeyStillReads() {
        Payload old = converter.toPayload(SECRET).orElseThrow();
        var rotated = Payloads.encrypted(new EncryptedPayloads("2027", Map.of("2026", key(1), "2027", key(2))));

        assertThat(rotated.fromPayload(old, Reason.class, Reason.class)).isEqualTo(SECRET);
        assertThat(rotated.toPayload(SECRET).orElseThrow().getMetadataOrThrow("encryption-key-id"))
                .isEqualTo(ByteString.copyFromUtf8("2027"));
    }

    @Test
    void aForgedPayloadIsRejected() {
        Payload genuine =
                encryption.encode(List.of(Payload.getDefaultInstance())).getFirst();
        byte[] data = genuine.getData().toByteArray();
        data[data.length - 1] ^= 1;
        Payload flipped = genuine.toBuilder().setData(ByteString.copyFrom(data)).build();
        Payload cut =
                genuine.toBuilder().setData(ByteString.copyFromUtf8("short")).build();
        Payload ofAnotherKey = genuine.toBuilder()
                .putMetadata("encryption-key-id", ByteString.copyFromUtf8("2025"))
                .build();

        for (Payload forged : List.of(flipped, cut, ofAnotherKey)) {
            assertThatThrownBy(() -> encryption.decode(List.of(forged))).isInstanceOf(PayloadCodecException.class);
        }
    }

    @Test
    void theKeysIdIsAuthenticated() {
        var twins = new EncryptedPayloads("a", Map.of("a", key(1), "b", key(1)));
        Payload renamed = twins.encode(List.of(Payload.getDefaultInstance())).getFirst().toBuilder()
                .putMetadata("encryption-key-id", ByteString.copyFromUtf8("b"))
                .build();

        assertThatThrownBy(() -> twins.decode(List.of(renamed))).isInstanceOf(PayloadCodecException.class);
    }

    @Test
    void whatIsNotEncryptedIsRefused() {
        Payload plain = Payloads.readable().toPayload(SECRET).orElseThrow();

        assertThatThrownBy(() -> converter.fromPayload(plain, Reason.class, Reason.class))
                .hasStackTraceContaining("a payload is not encrypted");
    }

    @Test
    void aKeyHas256BitsAndTheCurrentOneIsThere() {
        Map<String, SecretKey> tooShort = Map.of("2026", new SecretKeySpec(new byte[16], "AES"));

        assertThatThrownBy(() -> new EncryptedPayloads("2026", tooShort)).hasMessageContaining("256 bits");
        assertThatThrownBy(() -> new EncryptedPayloads("2027", Map.of("2026", key(1))))
                .hasMessageContaining("no key 2027");
    }

    private static SecretKey key(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return new SecretKeySpec(bytes, "AES");
    }
}
