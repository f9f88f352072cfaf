package io.portolan.banks.iso20022;

import io.portolan.banks.http.Hashes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/** What a signature covers, in either direction: three lines that bind a body to one request at one time. */
record SignatureBase(String timestamp, String method, String pathWithQuery, String bodyHash) {
    private static final String ALGORITHM = "Ed25519";

    /** The body's part in the signature: Base64 of its SHA-256. */
    static String hashOf(byte[] body) {
        return Base64.getEncoder().encodeToString(Hashes.sha256(body));
    }

    /** Base64 of the Ed25519 signature, which is the same each time. */
    String sign(PrivateKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(bytes());
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the configured key cannot sign", e);
        }
    }

    boolean isSignedBy(String base64, PublicKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(bytes());
            return signature.verify(Base64.getDecoder().decode(base64));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Not Base64, or not of a signature's length.
            return false;
        }
    }

    private byte[] bytes() {
        return String.join("\n", timestamp, method + " " + pathWithQuery, bodyHash)
                .getBytes(StandardCharsets.UTF_8);
    }
}
