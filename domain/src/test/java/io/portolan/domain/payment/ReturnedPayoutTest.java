package io.portolan.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.breaks.BreakType;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.money.Money;
import io.portolan.domain.plan.MovementKind;
import org.junit.jupiter.api.Test;

/** A bank tells of the same return as often as it is asked. */
class ReturnedPayoutTest {
    private final Payment completed = SamplePayments.bookedUpTo(SamplePayments.cnyToUsd(), MovementKind.PAYOUT);
    private final InstructionKey payout =
            completed.latest(MovementKind.PAYOUT).orElseThrow().key();
    private final Payment reopened =
            record(completed, back("R1", completed.destination())).payment();

    @Test
    void keepsTheReferenceOfTheReturn() {
        assertThat(reopened.instruction(payout).isReturnedAs("R1")).isTrue();
        assertThat(reopened.instruction(payout).isReturnedAs("R2")).isFalse();
        assertThat(completed.instruction(payout).isReturnedAs("R1")).isFalse();
    }

    @Test
    void theSameReturnAgainIsNothingNew() {
        assertThat(record(reopened, back("R1", completed.destination())).isNone())
                .isTrue();
    }

    @Test
    void anotherReturnIsABreakAndPostsNothing() {
        PaymentChange second = record(reopened, back("R2", completed.destination()));

        assertThat(second.findings())
                .extracting(finding -> finding.found().type())
                .containsExactly(BreakType.DUPLICATE_RETURN);
        assertThat(second.entries()).isEmpty();
        assertThat(second.payment()).isEqualTo(reopened);
    }

    private PaymentChange record(Payment payment, PayoutReturn back) {
        return Transitions.recordReturn(payment, payout, back, SamplePayments.NOON);
    }

    private static PayoutReturn back(String reference, Money amount) {
        return new PayoutReturn(reference, amount, Reason.of("ac04", "account closed"), SamplePayments.NOON);
    }
}
