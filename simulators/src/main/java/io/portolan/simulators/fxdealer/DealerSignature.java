package io.portolan.simulators.fxdealer;

import io.portolan.simulators.callback.RequestSigner;
import io.portolan.simulators.signature.Freshness;
import io.portolan.simulators.signature.Sha256;
import io.portolan.simulators.wire.Request;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Pattern;

/** The dealer's HMAC with the time in the same header, checked on requests and set on callbacks. */
final class DealerSignature implements RequestSigner {

    private static final String HEADER = "X-Dealer-Signature";
    private static final Pattern HEADER_FORMAT = Pattern.compile("t=([0-9]{1,11}),v1=([0-9a-f]{64})");

    private final String secret;
    private final InstantSource clock;
    private final Freshness freshness;

    DealerSignature(String secret, InstantSource clock) {
        this.secret = secret;
        this.clock = clock;
        this.freshness = new Freshness(clock);
    }

    boolean isValid(Request request) {
        var match = HEADER_FORMAT.matcher(request.header(HEADER).orElse(""));
        if (!match.matches()) {
            return false;
        }
        var expected = signature(match.group(1), request.method() + "." + request.target(), request.body());
        return Freshness.parseSeconds(match.group(1)).filter(freshness::isFresh).isPresent()
                && Sha256.isEqualInConstantTime(expected, match.group(2));
    }

    @Override
    public Map<String, String> headers(String target, String body) {
        var seconds = Long.toString(clock.instant().getEpochSecond());
        var signature = signature(seconds, "POST." + target, body.getBytes(StandardCharsets.UTF_8));
        return Map.of(HEADER, "t=" + seconds + ",v1=" + signature);
    }

    private String signature(String seconds, String methodAndTarget, byte[] body) {
        var text = new ByteArrayOutputStream();
        text.writeBytes((seconds + "." + methodAndTarget + ".").getBytes(StandardCharsets.UTF_8));
        text.writeBytes(body);
        return Sha256.hmacHex(secret, text.toByteArray());
    }
}
