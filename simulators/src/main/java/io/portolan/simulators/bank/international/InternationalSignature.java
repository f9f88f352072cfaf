package io.portolan.simulators.bank.international;

import io.portolan.simulators.callback.RequestSigner;
import io.portolan.simulators.signature.Credentials;
import io.portolan.simulators.signature.Ed25519;
import io.portolan.simulators.signature.Freshness;
import io.portolan.simulators.signature.Sha256;
import io.portolan.simulators.wire.Request;
import io.portolan.simulators.wire.Rfc3339;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;

/** The international bank's Ed25519 signatures: the client's on requests, its own on callbacks. */
final class InternationalSignature implements RequestSigner {

    private final String clientKeyId;
    private final PublicKey clientKey;
    private final String bankKeyId;
    private final PrivateKey bankKey;
    private final InstantSource clock;
    private final Freshness freshness;

    InternationalSignature(Credentials credentials, InstantSource clock) {
        this.clientKeyId = credentials.clientKeyId();
        this.clientKey = credentials.clientPublicKey();
        this.bankKeyId = credentials.bankKeyId();
        this.bankKey = credentials.bankPrivateKey();
        this.clock = clock;
        this.freshness = new Freshness(clock);
    }

    boolean isValid(Request request) {
        var date = request.header("X-Bank-Date").orElse("");
        return request.header("X-Bank-Key-Id").orElse("").equals(clientKeyId)
                && Freshness.parseRfc3339(date).filter(freshness::isFresh).isPresent()
                && Ed25519.isSigned(
                        clientKey,
                        signedText(date, request.method() + " " + request.target(), request.body()),
                        request.header("X-Bank-Signature").orElse(""));
    }

    @Override
    public Map<String, String> headers(String target, String body) {
        var date = Rfc3339.text(clock.instant());
        var text = signedText(date, "POST " + target, body.getBytes(StandardCharsets.UTF_8));
        return Map.of("X-Bank-Key-Id", bankKeyId, "X-Bank-Date", date, "X-Bank-Signature", Ed25519.sign(bankKey, text));
    }

    private static byte[] signedText(String date, String methodAndTarget, byte[] body) {
        var hash = Base64.getEncoder().encodeToString(Sha256.of(body));
        return String.join("\n", date, methodAndTarget, hash).getBytes(StandardCharsets.UTF_8);
    }
}
