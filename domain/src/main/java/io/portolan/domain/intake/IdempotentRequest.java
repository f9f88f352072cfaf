package io.portolan.domain.intake;

import io.portolan.domain.ids.MerchantId;

/** A request that may be repeated: the merchant, its key, what is asked (method and path), and the lower-case hex SHA-256 of the body. */
public record IdempotentRequest(MerchantId merchant, String key, String operation, String bodyHash) {
    public IdempotentRequest {
        if (!key.matches("[!-~]{1,255}")) {
            throw new IllegalArgumentException("an idempotency key is 1 to 255 visible ASCII characters");
        }
    }
}
