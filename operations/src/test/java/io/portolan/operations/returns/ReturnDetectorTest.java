package io.portolan.operations.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.breaks.Break;
import io.portolan.domain.breaks.BreakType;
import io.portolan.domain.breaks.InMemoryBreaks;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.domain.operations.InMemoryAlerts;
import io.portolan.domain.operations.InMemoryRechecks;
import io.portolan.domain.operations.InMemoryStatementCursors;
import io.portolan.domain.operations.Recheck;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.plan.MovementKind;
import io.portolan.operations.ScriptedPaymentWorkflows;
import io.portolan.operations.SteppingClock;
import io.portolan.operations.dispatch.PaymentWaker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReturnDetectorTest {
    private static final NostroAccount ABROAD = new NostroAccount("D", "D-USD", Currency.of("USD"));
    private static final Money BACK = Money.of(ABROAD.currency(), 98_456);

    private final SteppingClock clock = new SteppingClock();
    private final ScriptedPaymentWorkflows workflows = new ScriptedPaymentWorkflows();
    private final Payment completed = SamplePayments.bookedUpTo(SamplePayments.cnyToUsd(), MovementKind.PAYOUT);
    private final InstructionKey payout = SamplePayments.keyOf(completed, MovementKind.PAYOUT);
    private final Payment paying = paying();
    private final InMemoryPayments payments = InMemoryPayments.of(completed, paying);
    private final InMemoryBreaks breaks = new InMemoryBreaks();
    private final InMemoryRechecks rechecks = new InMemoryRechecks(payments);
    private final ScriptedStatements bank = new ScriptedStatements();
    private final List<PayoutReturn> returns = new ArrayList<>();
    private final List<InstructionKey> lookups = new ArrayList<>();
    private final ReturnDetector detector = detector();
    private boolean lookupFails;

    @Test
    void reopensACompletedPaymentWhosePayoutTheStatementCreditsBack() {
        book(payout, "D1", completed.destination().negated());
        comesBack("R1", BACK);

        detector.run();

        Payment reopened = payments.get(completed.id());
        assertThat(reopened.stage()).isEqualTo(Stage.PAYING_OUT);
        assertThat(reopened.instruction(payout).isReturnedAs("R1")).isTrue();
        assertThat(reopened.instruction(payout).funds().returned()).isEqualTo(BACK);
        assertThat(workflows.woken()).containsExactly(completed.id());
    }

    @Test
    void recordsTheSameReturnOnceHoweverOftenItIsRead() {
        comesBack("R1", BACK);
        detector.run();
        detector.run();
        int entries = payments.entries().size();

        detector().run();

        assertThat(workflows.woken()).hasSize(1);
        assertThat(lookups).hasSize(1);
        assertThat(payments.entries()).hasSize(entries);
        assertThat(allBreaks()).isEmpty();
    }

    @Test
    void aSecondReturnIsABreak() {
        comesBack("R1", BACK);
        detector.run();
        comesBack("R2", BACK);

        detector.run();

        assertThat(allBreaks())
                .extracting(Break::type, Break::reference)
                .containsExactly(tuple(BreakType.DUPLICATE_RETURN, "R2"));
        assertThat(workflows.woken()).hasSize(1);
    }

    @Test
    void aReturnThatIsTooHighIsABreakAndReopensNothing() {
        comesBack("R1", completed.destination().plus(BACK));

        detector.run();
        detector().run();

        assertThat(allBreaks())
                .extracting(Break::type, Break::reference)
                .containsExactly(tuple(BreakType.EXCESS_RETURN, "R1"));
        assertThat(payments.get(completed.id()).stage()).isEqualTo(Stage.COMPLETED);
    }

    @Test
    void aReturnOfWhichTheBankDoesNotTellYetIsLookedForAgain() {
        book(payout, "R1", BACK);
        detector.run();
        assertThat(payments.get(completed.id()).stage()).isEqualTo(Stage.COMPLETED);
        assertThat(allBreaks()).isEmpty();

        returns.add(back("R1", BACK));
        detector.run();

        assertThat(workflows.woken()).containsExactly(completed.id());
    }

    @Test
    void aReturnOfWhichTheBankNeverTellsIsABreakAtTheEndOfTheDayAndIsAskedAboutAgain() {
        book(payout, "R1", BACK);
        detector.run();
        clock.pass(Duration.ofDays(1));

        detector.run();
        detector.run();

        assertThat(allBreaks())
                .extracting(Break::type, Break::instruction, Break::reference, Break::amount)
                .containsExactly(tuple(BreakType.UNEXPLAINED_RETURN, payout, "D-USD/R1", BACK));
        assertThat(rechecks.listDue(clock.instant(), 10))
                .extracting(Recheck::key)
                .containsExactly(payout);
    }

    @Test
    void aReturnThatFailsToBeRecordedKeepsTheOthersNotWaitingAndIsNotLost() {
        lookupFails = true;
        book(payout, "R1", BACK);
        book("unknown", "R9", BACK);
        detector.run();
        assertThat(allBreaks()).extracting(Break::reference).containsExactly("D-USD/R9");

        lookupFails = false;
        returns.add(back("R1", BACK));
        detector.run();

        assertThat(workflows.woken()).containsExactly(completed.id());
    }

    @Test
    void aPayoutWhoseOutcomeIsOpenIsLeftToItsWorkflowUntilTheDayIsOver() {
        InstructionKey open = SamplePayments.keyOf(paying, MovementKind.PAYOUT);
        book(open, "R1", BACK);
        detector.run();
        assertThat(lookups).isEmpty();
        assertThat(allBreaks()).isEmpty();
        clock.pass(Duration.ofDays(1));

        detector.run();

        assertThat(allBreaks()).extracting(Break::instruction).containsExactly(open);
        assertThat(rechecks.listDue(clock.instant(), 10))
                .extracting(Recheck::key)
                .containsExactly(open);
    }

    @Test
    void aReturnIsRecordedWhileTheWorkflowServiceIsAway() {
        workflows.becomeUnavailable();
        comesBack("R1", BACK);

        detector.run();

        assertThat(payments.get(completed.id()).instruction(payout).isReturned())
                .isTrue();
    }

    private ReturnDetector detector() {
        ReturnLookup lookup = (_, instruction) -> {
            if (lookupFails) {
                throw new IllegalStateException("no bank E that pays out is configured");
            }
            lookups.add(instruction.key());
            return List.copyOf(returns);
        };
        PayoutReturns recorder = new PayoutReturns(lookup, payments, new PaymentWaker(workflows), clock);
        CreditExplanation explanation = new CreditExplanation(payments, recorder, breaks, rechecks, clock);
        return new ReturnDetector(
                Map.of(ABROAD, bank), explanation, new InMemoryStatementCursors(), new InMemoryAlerts(), clock);
    }

    private void comesBack(String reference, Money amount) {
        book(payout, reference, amount);
        returns.add(back(reference, amount));
    }

    private void book(InstructionKey key, String reference, Money amount) {
        book(key.value(), reference, amount);
    }

    private void book(String key, String reference, Money amount) {
        bank.books(key, reference, amount, SamplePayments.NOON);
    }

    private List<Break> allBreaks() {
        List<Break> all = new ArrayList<>(breaks.listOpen());
        all.addAll(payments.breaks().listOpen());
        return all;
    }

    private static PayoutReturn back(String reference, Money amount) {
        return new PayoutReturn(reference, amount, Reason.of("ac04", "account closed"), SamplePayments.NOON);
    }

    /** A payment whose payout was sent, and not answered yet. */
    private static Payment paying() {
        Payment converted = SamplePayments.bookedUpTo(SamplePayments.cnyToUsd(), MovementKind.TRADE);
        return SamplePayments.begun(converted, SamplePayments.keyOf(converted, MovementKind.PAYOUT));
    }
}
