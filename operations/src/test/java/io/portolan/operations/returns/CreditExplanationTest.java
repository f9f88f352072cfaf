package io.portolan.operations.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.Statement;
import io.portolan.domain.breaks.Break;
import io.portolan.domain.breaks.BreakType;
import io.portolan.domain.breaks.InMemoryBreaks;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.domain.operations.InMemoryRechecks;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.plan.MovementKind;
import io.portolan.operations.ScriptedPaymentWorkflows;
import io.portolan.operations.SteppingClock;
import io.portolan.operations.dispatch.PaymentWaker;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditExplanationTest {
    private static final NostroAccount ABROAD = new NostroAccount("D", "D-USD", Currency.of("USD"));
    private static final NostroAccount AT_D = new NostroAccount("D", "D-CNY", Currency.of("CNY"));
    private static final NostroAccount AT_B = new NostroAccount("B", "B-CNY", Currency.of("CNY"));
    private static final Money BACK = Money.of(ABROAD.currency(), 98_456);

    private final SteppingClock clock = new SteppingClock();
    private final Payment completed = SamplePayments.bookedUpTo(SamplePayments.cnyToUsd(), MovementKind.PAYOUT);
    private final InMemoryPayments payments = InMemoryPayments.of(completed);
    private final InMemoryBreaks breaks = new InMemoryBreaks();
    private final List<InstructionKey> lookups = new ArrayList<>();
    private final CreditExplanation explanation = explanation();

    @ParameterizedTest
    @ValueSource(strings = {"", "no key", "pay_1/1/4/1", "//", "pay_00000000000000000000/1/4/1"})
    void aCreditThatBelongsToNothingIsOneBreak(String key) {
        for (int read = 0; read < 2; read++) {
            assertThat(explanation.explain(ABROAD, credit(key, BACK))).isTrue();
        }

        assertThat(breaks.listOpen())
                .extracting(Break::type, Break::payment, Break::reference, Break::amount)
                .containsExactly(tuple(BreakType.UNEXPLAINED_RETURN, null, "D-USD/R0", BACK));
    }

    @Test
    void theSameReferenceOfTwoBanksIsTwoBreaks() {
        explanation.explain(ABROAD, credit("", BACK));
        explanation.explain(AT_B, credit("", BACK));

        assertThat(breaks.listOpen()).extracting(Break::reference).containsExactly("D-USD/R0", "B-CNY/R0");
    }

    @Test
    void aCreditOfAPayoutThatWeNeverInstructedIsABreak() {
        InstructionKey never = keyOf(MovementKind.PAYOUT).next();

        assertThat(explanation.explain(ABROAD, credit(never.value(), BACK))).isTrue();

        assertThat(breaks.listOpen()).extracting(Break::reference).containsExactly("D-USD/R0");
        assertThat(lookups).isEmpty();
    }

    @Test
    void knowsWhatWeHadCreditedOurselves() {
        explanation.explain(AT_B, credit(MovementKind.COLLECTION));
        explanation.explain(AT_D, credit(MovementKind.TOP_UP));
        explanation.explain(ABROAD, credit(MovementKind.TRADE));

        assertThat(breaks.listOpen()).isEmpty();
        assertThat(lookups).isEmpty();
    }

    @Test
    void aTopUpThatComesBackIsABreakOfItsPayment() {
        InstructionKey topUp = keyOf(MovementKind.TOP_UP);

        explanation.explain(AT_B, credit(MovementKind.TOP_UP));

        assertThat(breaks.of(completed.id()))
                .extracting(Break::type, Break::instruction, Break::amount)
                .containsExactly(tuple(
                        BreakType.UNEXPLAINED_RETURN,
                        topUp,
                        completed.movementOf(topUp).amount()));
    }

    @Test
    void asksTheBankOfAPayoutAboutItsCredit() {
        boolean isExplained = explanation.explain(ABROAD, credit(MovementKind.PAYOUT));

        assertThat(isExplained).isFalse();
        assertThat(lookups).containsExactly(keyOf(MovementKind.PAYOUT));
    }

    private CreditExplanation explanation() {
        ReturnLookup tellsOfNothing = (_, instruction) -> {
            lookups.add(instruction.key());
            return List.of();
        };
        PaymentWaker waker = new PaymentWaker(new ScriptedPaymentWorkflows());
        PayoutReturns returns = new PayoutReturns(tellsOfNothing, payments, waker, clock);
        return new CreditExplanation(payments, returns, breaks, new InMemoryRechecks(payments), clock);
    }

    private InstructionKey keyOf(MovementKind kind) {
        return SamplePayments.keyOf(completed, kind);
    }

    private Statement.Line credit(MovementKind kind) {
        InstructionKey key = keyOf(kind);
        return credit(key.value(), completed.movementOf(key).amount());
    }

    private static Statement.Line credit(String key, Money amount) {
        return new Statement.Line(key, "R0", amount, SamplePayments.NOON);
    }
}
