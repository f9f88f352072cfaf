package io.portolan.domain.intake;

import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.input.TextRule;

/**
 * A request that may be repeated: the merchant, its key, what is asked (method and path), and the lower-case hex
 * SHA-256 of the body's JSON value.
 */
public record IdempotentRequest(MerchantId merchant, String key, String operation, String bodyHash) {
    public static final TextRule KEY = TextRule.matching(
            "[!-~]{1,255}", "idempotency-key", "Must have 1 to 255 visible ASCII characters, without spaces.");

    public IdempotentRequest {
        KEY.require("key", key);
    }
}
