package io.portolan.domain.intake;

import io.portolan.domain.ids.MerchantId;
import java.util.Optional;

/**
 * The shops and their API keys, which are kept only as the lower-case hex SHA-256 of the key (a key has 256 random
 * bits, so no salt helps).
 */
public interface Merchants {
    Optional<MerchantId> findByKeyHash(String keyHash);

    /** Adds a key for the merchant, who is added too if new. A repeat is left alone. */
    void addKey(MerchantId merchant, String keyHash);
}
