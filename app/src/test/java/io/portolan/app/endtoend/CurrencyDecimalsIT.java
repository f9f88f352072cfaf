package io.portolan.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.ids.PaymentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Payments of every kind of currency over the parts that run without any configuration. */
class CurrencyDecimalsIT extends PaymentScenarios {
    @RegisterExtension
    static final EnvironmentExtension WORLD = EnvironmentExtension.on(WorkflowService.TEMPORAL);

    CurrencyDecimalsIT() {
        super(WORLD);
    }

    @Test
    void paysInACurrencyWithoutDecimals() throws Exception {
        assertPaid(Purchase.inYen("YEN"), 0);
    }

    @Test
    void paysInACurrencyWithThreeDecimals() throws Exception {
        assertPaid(Purchase.inDinars("DINARS"), 3);
    }

    private static void assertPaid(Purchase purchase, int decimals) throws Exception {
        PaymentId id = WORLD.merchant().pay(purchase);

        WORLD.merchant().awaitSettled(id, LIMIT);

        assertThat(WORLD.records().payment(id).price().destination().currency().exponent())
                .isEqualTo(decimals);
        WORLD.records().assertMovedOnceAsPlanned(id);
        WORLD.records().assertAmountsAgree(id);
        WORLD.records().assertBalanced(id);
        WORLD.records().assertBooksBalance();
    }
}
