package io.portolan.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.environment.WorkflowService;
import io.portolan.domain.ids.PaymentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Payments of every kind of currency over what runs without any configuration. */
class CurrencyDecimalsIT extends PaymentScenarios {
    @RegisterExtension
    static final EnvironmentExtension ENVIRONMENT = EnvironmentExtension.on(WorkflowService.TEMPORAL);

    CurrencyDecimalsIT() {
        super(ENVIRONMENT);
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
        PaymentId id = ENVIRONMENT.merchant().pay(purchase);

        ENVIRONMENT.merchant().awaitSettled(id, LIMIT);

        assertThat(ENVIRONMENT
                        .records()
                        .payment(id)
                        .price()
                        .destination()
                        .currency()
                        .exponent())
                .isEqualTo(decimals);
        ENVIRONMENT.records().assertMovedOnceAsPlanned(id);
        ENVIRONMENT.records().assertAmountsAgree(id);
        ENVIRONMENT.records().assertBalanced(id);
        ENVIRONMENT.records().assertBooksBalance();
    }
}
