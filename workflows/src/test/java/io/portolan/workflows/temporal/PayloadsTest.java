package io.portolan.workflows.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.instruction.MovementOutcome;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.workflows.payment.Advance;
import io.portolan.workflows.payment.Result;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DataConverterException;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PayloadsTest {
    private static final String KEY = "pay_06E8P3W2V0K7N4QZT1XR/1/1/1";
    private static final Instant UNTIL = Instant.parse("2026-11-21T12:00:00.123456Z");

    private final DataConverter converter = Payloads.readable();

    @ParameterizedTest
    @MethodSource("advances")
    void anAdvanceComesBackAsTheKindThatItIs(Advance advance) {
        Payload payload = converter.toPayload(advance).orElseThrow();

        assertThat(converter.fromPayload(payload, Advance.class, Advance.class)).isEqualTo(advance);
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void anOutcomeComesBackAsTheKindThatItIs(MovementOutcome outcome) {
        Payload payload = converter.toPayload(outcome).orElseThrow();

        assertThat(converter.fromPayload(payload, MovementOutcome.class, MovementOutcome.class))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @EnumSource(Result.class)
    void aResultComesBackAsItWas(Result result) {
        Payload payload = converter.toPayload(result).orElseThrow();

        assertThat(converter.fromPayload(payload, Result.class, Result.class)).isEqualTo(result);
    }

    @Test
    void onlyComponentsAndKindsAreWritten() {
        assertThat(text(new Advance.Pending(KEY, UNTIL)))
                .isEqualTo("{\"advance\":\"pending\",\"instruction\":\"" + KEY
                        + "\",\"until\":\"2026-11-21T12:00:00.123456Z\"}");
        assertThat(text(new Reason("ac01", "wrong", Remedy.CORRECT_PAYEE)))
                .isEqualTo("{\"code\":\"ac01\",\"detail\":\"wrong\",\"remedy\":\"CORRECT_PAYEE\"}");
        assertThat(text(Money.of(Currency.of("JPY"), 5))).doesNotContain("positive", "negative", "zero");
    }

    @Test
    void whatIsMissingIsNeverMadeUp() {
        assertThatThrownBy(() -> outcome("{\"outcome\":\"booked\"}")).isInstanceOf(DataConverterException.class);
        assertThatThrownBy(() -> outcome("{\"outcome\":\"booked\",\"reference\":null}"))
                .isInstanceOf(DataConverterException.class);
        assertThatThrownBy(() -> outcome("{\"reference\":\"ref\"}")).isInstanceOf(DataConverterException.class);
        assertThatThrownBy(() -> outcome("{\"outcome\":\"maybe\",\"reference\":\"ref\"}"))
                .isInstanceOf(DataConverterException.class);
        assertThatThrownBy(() -> advance("{\"advance\":\"waiting\"}")).isInstanceOf(DataConverterException.class);
        assertThatThrownBy(() -> advance("{\"advance\":\"ended\",\"result\":null}"))
                .isInstanceOf(DataConverterException.class);
        assertThatThrownBy(() -> advance("{\"advance\":\"somewhere\"}")).isInstanceOf(DataConverterException.class);
    }

    @Test
    void whatANewerReleaseAddedIsPassedOver() {
        assertThat(outcome("{\"outcome\":\"booked\",\"reference\":\"ref\",\"since\":\"1.1\"}"))
                .isEqualTo(new MovementOutcome.Booked("ref"));
        assertThat(advance("{\"advance\":\"awaiting_news\",\"since\":\"1.1\"}")).isEqualTo(new Advance.AwaitingNews());
    }

    static Stream<Advance> advances() {
        return Stream.concat(
                outcomes().map(outcome -> new Advance.Moved(KEY, outcome)),
                Stream.of(
                        new Advance.Pending(KEY, UNTIL),
                        new Advance.Waiting(UNTIL),
                        new Advance.AwaitingNews(),
                        new Advance.Ended(Result.RETURNED)));
    }

    static Stream<MovementOutcome> outcomes() {
        return Stream.of(
                new MovementOutcome.Booked("ref"),
                new MovementOutcome.Rejected(new Reason("ac01", "wrong", Remedy.CORRECT_PAYEE)),
                new MovementOutcome.Unknown("no answer"));
    }

    private MovementOutcome outcome(String json) {
        return read(json, MovementOutcome.class);
    }

    private Advance advance(String json) {
        return read(json, Advance.class);
    }

    private <T> T read(String json, Class<T> type) {
        Payload payload = Payload.newBuilder()
                .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
                .setData(ByteString.copyFromUtf8(json))
                .build();
        return converter.fromPayload(payload, type, type);
    }

    private String text(Object value) {
        return converter.toPayload(value).orElseThrow().getData().toStringUtf8();
    }
}
