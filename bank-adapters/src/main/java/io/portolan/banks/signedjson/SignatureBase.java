package io.portolan.banks.signedjson;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a signature covers, in either direction: five lines that bind a body to one request at one time. */
record SignatureBase(String method, String pathWithQuery, String timestamp, String nonce, String bodyHash) {
    private static final String HMAC = "HmacSHA256";

    /** The body's part in the signature: lower-case hex of its SHA-256. */
    static String hashOf(byte[] body) {
        try {
            return hex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Lower-case hex of the HMAC-SHA256. */
    String sign(String secret) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(utf8Bytes(secret), HMAC));
            return hex(mac.doFinal(utf8Bytes(String.join("\n", method, pathWithQuery, timestamp, nonce, bodyHash))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }

    /** Compares in a time that does not tell how much of the signature is right. */
    boolean isSignedBy(String signature, String secret) {
        return MessageDigest.isEqual(utf8Bytes(signature), utf8Bytes(sign(secret)));
    }

    private static byte[] utf8Bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
