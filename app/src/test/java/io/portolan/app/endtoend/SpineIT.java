package io.portolan.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.identity.PaymentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Payments of every kind of currency over the parts that run without any configuration. */
class SpineIT extends Crossing {
    @RegisterExtension
    static final WholeWorld WORLD = WholeWorld.on(Engine.TEMPORAL);

    SpineIT() {
        super(WORLD);
    }

    @Test
    void paysInACurrencyWithoutDecimals() throws Exception {
        assertCrosses(Purchase.inYen("YEN"), 0);
    }

    @Test
    void paysInACurrencyWithThreeDecimals() throws Exception {
        assertCrosses(Purchase.inDinars("DINARS"), 3);
    }

    private static void assertCrosses(Purchase purchase, int decimals) throws Exception {
        PaymentId id = WORLD.checkout().pay(purchase);

        WORLD.checkout().awaitSettled(id, LIMIT);

        assertThat(WORLD.witness().payment(id).price().destination().currency().exponent())
                .isEqualTo(decimals);
        WORLD.witness().assertMovedOnceAsPlanned(id);
        WORLD.witness().assertAmountsAgree(id);
        WORLD.witness().assertBalanced(id);
        WORLD.witness().assertBooksBalance();
    }
}
