package io.portolan.checkout.testing;

import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.intake.Merchants;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Merchants kept in memory, by a store that can break. */
public final class InMemoryMerchants implements Merchants {
    private final Map<String, MerchantId> keys = new ConcurrentHashMap<>();
    private volatile boolean broken;

    public void setBroken(boolean now) {
        broken = now;
    }

    @Override
    public Optional<MerchantId> findByKeyHash(String keyHash) {
        if (broken) {
            throw new IllegalStateException("the store is down");
        }
        return Optional.ofNullable(keys.get(keyHash));
    }

    @Override
    public void addKey(MerchantId merchant, String keyHash) {
        keys.putIfAbsent(keyHash, merchant);
    }
}
