package io.portolan.operations.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.breaks.Break;
import io.portolan.domain.breaks.BreakType;
import io.portolan.domain.decision.InMemoryDecisions;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.Journal.EntryRejected;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.plan.Accounts;
import io.portolan.domain.plan.MovementKind;
import io.portolan.operations.ScriptedPaymentWorkflows;
import io.portolan.operations.SteppingClock;
import io.portolan.operations.dispatch.PaymentWaker;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayoutReturnsTest {
    private final Payment completed = SamplePayments.bookedUpTo(SamplePayments.cnyToUsd(), MovementKind.PAYOUT);
    private final InstructionKey payout = SamplePayments.keyOf(completed, MovementKind.PAYOUT);
    private final AccountId frozen = Accounts.nostro(completed.route().dealerDestination());
    private final InMemoryPayments payments = new InMemoryPayments(new InMemoryDecisions(), this::requireOpen);
    private final SteppingClock clock = new SteppingClock();

    @Test
    void recordsAReturnInSuspenseWhileTheAccountThatItCameToIsFrozen() {
        payments.add(PaymentChange.none(completed));
        PayoutReturn back =
                new PayoutReturn("R1", completed.destination(), Reason.of("AC04", "closed"), clock.instant());
        PaymentWaker waker = new PaymentWaker(new ScriptedPaymentWorkflows());

        new PayoutReturns((_, _) -> List.of(back), payments, waker, clock)
                .record(completed, completed.instruction(payout));

        assertThat(payments.get(completed.id()).instruction(payout).isReturned())
                .isTrue();
        assertThat(payments.entries())
                .flatExtracting(JournalEntry::postings)
                .extracting(posting -> posting.account().kind())
                .contains(AccountKind.SUSPENSE)
                .doesNotContain(AccountKind.NOSTRO);
        assertThat(payments.breaks().listOpen()).extracting(Break::type).contains(BreakType.IN_SUSPENSE);
    }

    private void requireOpen(List<JournalEntry> entries) {
        boolean touched = entries.stream()
                .flatMap(entry -> entry.postings().stream())
                .anyMatch(posting -> posting.account().equals(frozen));
        if (touched) {
            throw new EntryRejected(frozen + " is frozen", frozen);
        }
    }
}
