package io.portolan.db.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.intake.Merchants;
import org.junit.jupiter.api.Test;

@OnBothServers
class JooqMerchantsTest {
    private static final MerchantId SHOP = new MerchantId("shop-1");

    private final Merchants merchants;

    JooqMerchantsTest(TestServer server) {
        merchants = TestDatabase.shared(server).database().merchants();
    }

    @Test
    void aMerchantIsFoundByEachOfItsKeys() {
        merchants.addKey(SHOP, "1".repeat(64));
        merchants.addKey(SHOP, "2".repeat(64));

        assertThat(merchants.findByKeyHash("1".repeat(64))).contains(SHOP);
        assertThat(merchants.findByKeyHash("2".repeat(64))).contains(SHOP);
        assertThat(merchants.findByKeyHash("3".repeat(64))).isEmpty();
    }

    @Test
    void addingAKeyAgainLeavesItAlone() {
        merchants.addKey(SHOP, "4".repeat(64));
        merchants.addKey(SHOP, "4".repeat(64));

        assertThat(merchants.findByKeyHash("4".repeat(64))).contains(SHOP);
    }

    @Test
    void aKeyNeverGoesToAnotherMerchant() {
        merchants.addKey(SHOP, "5".repeat(64));

        assertThatThrownBy(() -> merchants.addKey(new MerchantId("shop-2"), "5".repeat(64)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(merchants.findByKeyHash("5".repeat(64))).contains(SHOP);
    }
}
