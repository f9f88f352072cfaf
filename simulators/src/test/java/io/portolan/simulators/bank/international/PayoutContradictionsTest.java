package io.portolan.simulators.bank.international;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.simulators.testing.InternationalClient;
import io.portolan.simulators.testing.PayoutDocument;
import io.portolan.simulators.testing.SimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Payouts about which the bank says one thing and later another. */
class PayoutContradictionsTest {

    @RegisterExtension
    static final SimulatorExtension simulators = new SimulatorExtension();

    private final InternationalClient bank = simulators.international();
    private final String key = SimulatorExtension.newKey();

    @Test
    void reportsOurAccountAsShortOnlyTheFirstTime() {
        var first = bank.pay(shortFirst(key, "ORD-1"));
        var second = bank.pay(shortFirst(key + "2", "ORD-1"));

        assertThat(first.status()).isEqualTo(422);
        assertThat(InternationalClient.reasonIn(first)).isEqualTo("AM04");
        assertThat(second.status()).isEqualTo(202);
        bank.await(key + "2", "ACSC");
        assertThat(InternationalClient.reasonIn(bank.pay(shortFirst(key, "ORD-1"))))
                .isEqualTo("AM04");
    }

    @Test
    void reportsOurAccountAsShortForEachOrderAnew() {
        bank.pay(shortFirst(key, "ORD-2"));

        var other = bank.pay(shortFirst(key + "2", "ORD-3"));

        assertThat(InternationalClient.reasonIn(other)).isEqualTo("AM04");
    }

    @Test
    void reportsASettledPayoutAsRejectedLaterAndKeepsTheMoney() {
        simulators.changeSettings("{\"returnAfterMillis\":1500}");
        bank.pay(key, "5.00", "99000017");
        bank.await(key, "ACSC");

        var rejected = bank.await(key, "RJCT");

        assertThat(InternationalClient.reasonIn(rejected)).isEqualTo("MS03");
        assertThat(bank.entries("D-USD", key)).hasSize(1);
        assertThat(bank.payoutReturn(key).body()).isEqualTo("NOT_RETURNED");
    }

    private static PayoutDocument shortFirst(String key, String reference) {
        return PayoutDocument.of(key, "5.00", "99000016").withReference(reference);
    }
}
