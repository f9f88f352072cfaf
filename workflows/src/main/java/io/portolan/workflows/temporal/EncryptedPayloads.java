package io.portolan.workflows.temporal;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.temporal.api.common.v1.Payload;
import io.temporal.payload.codec.PayloadCodec;
import io.temporal.payload.codec.PayloadCodecException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Keeps payloads in a workflow's history unreadable: AES-256-GCM with a fresh nonce each, under a key that the payload names.
 *
 * <p>Writes with the current key and reads with any that it is given, so keys can be changed while payments run. A payload that is not encrypted is
 * refused: whoever reaches the workflow service without the key can tell a payment nothing.
 */
public final class EncryptedPayloads implements PayloadCodec {
    static final String ENCODING = "encoding";
    static final String KEY_ID = "encryption-key-id";
    private static final ByteString ENCRYPTED = ByteString.copyFromUtf8("binary/encrypted");
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final String currentKey;
    private final Map<String, SecretKey> keys;

    /** @throws IllegalArgumentException if the current key is missing or a key is not 256 bits long */
    public EncryptedPayloads(String currentKey, Map<String, SecretKey> keys) {
        if (!keys.containsKey(currentKey)) {
            throw new IllegalArgumentException("there is no key " + currentKey);
        }
        keys.forEach((id, key) -> requireLength(id, key));
        this.currentKey = currentKey;
        this.keys = Map.copyOf(keys);
    }

    @Override
    public List<Payload> encode(List<Payload> payloads) {
        return payloads.stream().map(this::encrypted).toList();
    }

    @Override
    public List<Payload> decode(List<Payload> payloads) {
        return payloads.stream().map(this::decrypted).toList();
    }

    private Payload encrypted(Payload plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] secret = apply(Cipher.ENCRYPT_MODE, currentKey, nonce, plain.toByteArray());
        return Payload.newBuilder()
                .putMetadata(ENCODING, ENCRYPTED)
                .putMetadata(KEY_ID, ByteString.copyFromUtf8(currentKey))
                .setData(ByteString.copyFrom(nonce).concat(ByteString.copyFrom(secret)))
                .build();
    }

    private Payload decrypted(Payload encrypted) {
        if (!isEncrypted(encrypted)) {
            throw new PayloadCodecException("a payload is not encrypted");
        }
        ByteBuffer data = encrypted.getData().asReadOnlyByteBuffer();
        if (data.remaining() < NONCE_BYTES) {
            throw new PayloadCodecException("an encrypted payload is too short");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        data.get(nonce);
        byte[] secret = new byte[data.remaining()];
        data.get(secret);
        String key = encrypted.getMetadataOrDefault(KEY_ID, ByteString.EMPTY).toStringUtf8();
        try {
            return Payload.parseFrom(apply(Cipher.DECRYPT_MODE, key, nonce, secret));
        } catch (InvalidProtocolBufferException e) {
            throw new PayloadCodecException(e);
        }
    }

    /** The key's id is authenticated with the content, so that neither can be exchanged unnoticed. */
    private byte[] apply(int mode, String keyId, byte[] nonce, byte[] text) {
        SecretKey key = keys.get(keyId);
        if (key == null) {
            throw new PayloadCodecException("there is no key " + keyId);
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(keyId.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new PayloadCodecException(e);
        }
    }

    private static boolean isEncrypted(Payload payload) {
        return ENCRYPTED.equals(payload.getMetadataOrDefault(ENCODING, ByteString.EMPTY));
    }

    private static void requireLength(String id, SecretKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded == null || encoded.length != KEY_BYTES) {
            throw new IllegalArgumentException("key " + id + " is not 256 bits long");
        }
    }
}
