package io.portolan.banks.signedjson;

import io.portolan.banks.http.Hashes;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** What a signature covers, in either direction: five lines that bind a body to one request at one time. */
record SignatureBase(String method, String pathWithQuery, String timestamp, String nonce, String bodyHash) {

    /** The body's part in the signature: lower-case hex of its SHA-256. */
    static String hashOf(byte[] body) {
        return HexFormat.of().formatHex(Hashes.sha256(body));
    }

    /** Lower-case hex of the HMAC-SHA256. */
    String sign(String secret) {
        String lines = String.join("\n", method, pathWithQuery, timestamp, nonce, bodyHash);
        return Hashes.hmacSha256Hex(secret, lines.getBytes(StandardCharsets.UTF_8));
    }

    boolean isSignedBy(String signature, String secret) {
        return Hashes.isEqual(signature, sign(secret));
    }
}
