package io.portolan.simulators.bank.domestic;

import io.portolan.simulators.callback.RequestSigner;
import io.portolan.simulators.signature.Credentials;
import io.portolan.simulators.signature.Freshness;
import io.portolan.simulators.signature.Nonces;
import io.portolan.simulators.signature.Sha256;
import io.portolan.simulators.wire.Request;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/** The domestic bank's HMAC with a time stamp and a nonce, checked on requests and set on callbacks. */
final class DomesticSignature implements RequestSigner {

    private static final int MAX_NONCE_LENGTH = 128;

    private final String clientId;
    private final String secret;
    private final InstantSource clock;
    private final Freshness freshness;
    private final Nonces nonces;

    DomesticSignature(Credentials credentials, InstantSource clock) {
        this.clientId = credentials.domesticClientId();
        this.secret = credentials.domesticSecret();
        this.clock = clock;
        this.freshness = new Freshness(clock);
        this.nonces = new Nonces(clock);
    }

    boolean isValid(Request request) {
        var timestamp = request.header("X-Timestamp").orElse("");
        var nonce = request.header("X-Nonce").orElse("");
        if (!request.header("X-Client-Id").orElse("").equals(clientId)
                || nonce.isEmpty()
                || nonce.length() > MAX_NONCE_LENGTH) {
            return false;
        }
        var signedAt = Freshness.parseMilliseconds(timestamp).filter(freshness::isFresh);
        var expected = signature(request.method() + "\n" + request.target(), timestamp, nonce, request.body());
        // Only a nonce with a valid signature is remembered: a stranger must not use up the client's.
        return signedAt.isPresent()
                && Sha256.isEqualInConstantTime(
                        expected, request.header("X-Signature").orElse(""))
                && nonces.addIfNew(nonce, signedAt.get());
    }

    @Override
    public Map<String, String> headers(String target, String body) {
        var timestamp = Long.toString(clock.millis());
        var nonce = UUID.randomUUID().toString();
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return Map.of(
                "X-Timestamp", timestamp,
                "X-Nonce", nonce,
                "X-Signature", signature("POST\n" + target, timestamp, nonce, bytes));
    }

    private String signature(String methodAndTarget, String timestamp, String nonce, byte[] body) {
        var text = String.join("\n", methodAndTarget, timestamp, nonce, Sha256.hex(body));
        return Sha256.hmacHex(secret, text.getBytes(StandardCharsets.UTF_8));
    }
}
