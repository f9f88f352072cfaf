package io.portolan.fx.firmrate;

import io.portolan.banks.http.Hashes;
import java.nio.charset.StandardCharsets;

/** What a signature covers beside the body, in either direction; {@code timestamp} is in Unix seconds. */
record SignatureBase(String timestamp, String method, String pathWithQuery) {

    /** Lower-case hex of the HMAC-SHA256. */
    String sign(String secret, byte[] body) {
        String prefix = timestamp + "." + method + "." + pathWithQuery + ".";
        return Hashes.hmacSha256Hex(secret, prefix.getBytes(StandardCharsets.UTF_8), body);
    }

    boolean isSignedBy(String signature, String secret, byte[] body) {
        return Hashes.isEqual(signature, sign(secret, body));
    }
}
