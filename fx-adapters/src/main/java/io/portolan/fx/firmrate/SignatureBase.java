package io.portolan.fx.firmrate;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a signature covers beside the body, in either direction; {@code timestamp} is in Unix seconds. */
record SignatureBase(String timestamp, String method, String pathWithQuery) {
    private static final String HMAC = "HmacSHA256";

    /** Lower-case hex of the HMAC-SHA256. */
    String sign(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(utf8Bytes(secret), HMAC));
            mac.update(utf8Bytes(timestamp + "." + method + "." + pathWithQuery + "."));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }

    /** Compares in a time that does not tell how much of the signature is right. */
    boolean isSignedBy(String signature, String secret, byte[] body) {
        return MessageDigest.isEqual(utf8Bytes(signature), utf8Bytes(sign(secret, body)));
    }

    private static byte[] utf8Bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
