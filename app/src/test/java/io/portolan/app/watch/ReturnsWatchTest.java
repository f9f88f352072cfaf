package io.portolan.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.ScriptedEngine;
import io.portolan.domain.bank.Finding;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Statement;
import io.portolan.domain.bank.StatementBank;
import io.portolan.domain.identity.Step;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Change;
import io.portolan.domain.payment.Funds;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.Instruction;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.payment.Transitions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReturnsWatchTest {
    private static final NostroAccount ABROAD = new NostroAccount("D", "D-USD", Currency.of("USD"));
    private static final Clock CLOCK = Clock.fixed(SamplePayments.NOON, ZoneOffset.UTC);
    private static final Money BACK = Money.of(ABROAD.currency(), 98_456);

    private final ScriptedEngine engine = new ScriptedEngine();
    private final List<Statement.Line> lines = new ArrayList<>();
    private final Payment completed = completed();
    private final InMemoryPayments payments = InMemoryPayments.of(completed);
    private int asked;

    @Test
    void reopensACompletedPaymentWhosePayoutTheStatementCreditsBack() {
        Instruction payout = completed.latest(Step.PAYOUT).orElseThrow();
        lines.add(line(payout, payout.amount().negated()));
        lines.add(line(payout, BACK));

        watch(Optional.of(back())).run(CLOCK);

        Payment reopened = payments.get(completed.id());
        assertThat(reopened.stage()).isEqualTo(Stage.UNWINDING);
        assertThat(reopened.latest(Step.PAYOUT).orElseThrow().funds()).isEqualTo(Funds.RETURNED);
        assertThat(reopened.latest(Step.PAYOUT).orElseThrow().returned()).isEqualTo(BACK);
        assertThat(engine.started()).containsExactly(completed.id());
    }

    @Test
    void reopensOnce() {
        lines.add(line(completed.latest(Step.PAYOUT).orElseThrow(), BACK));
        ReturnsWatch watch = watch(Optional.of(back()));
        watch.run(CLOCK);

        watch.run(CLOCK);

        assertThat(engine.started()).hasSize(1);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void leavesADebitAloneAndAReturnThatTheBankDoesNotConfirm() {
        Instruction payout = completed.latest(Step.PAYOUT).orElseThrow();
        lines.add(line(payout, payout.amount().negated()));
        watch(Optional.of(back())).run(CLOCK);
        assertThat(asked).isZero();

        lines.add(line(payout, BACK));
        watch(Optional.empty()).run(CLOCK);

        assertThat(payments.get(completed.id()).stage()).isEqualTo(Stage.COMPLETED);
    }

    @Test
    void goesOnWithTheNextRoundWhenThereIsNoStatement() {
        StatementBank silent = (account, date) -> {
            throw new StatementBank.StatementUnavailable("no answer");
        };

        new ReturnsWatch(List.of(ABROAD), silent, (payment, payout) -> Optional.of(back()), payments, engine)
                .run(CLOCK);

        assertThat(engine.started()).isEmpty();
    }

    private ReturnsWatch watch(Optional<PayoutReturn> answer) {
        StatementBank bank = (account, date) -> new Statement(
                account, date, Money.zero(account.currency()), Money.zero(account.currency()), linesOf(date));
        return new ReturnsWatch(
                List.of(ABROAD),
                bank,
                (payment, payout) -> {
                    asked++;
                    return answer;
                },
                payments,
                engine);
    }

    private List<Statement.Line> linesOf(LocalDate date) {
        return date.equals(LocalDate.ofInstant(SamplePayments.NOON, ZoneOffset.UTC)) ? lines : List.of();
    }

    private static Statement.Line line(Instruction payout, Money amount) {
        return new Statement.Line(payout.key().value(), "D1", amount, SamplePayments.NOON);
    }

    private static PayoutReturn back() {
        return new PayoutReturn("R1", BACK, Reason.of("ac04", "account closed"), SamplePayments.NOON);
    }

    private static Payment completed() {
        Payment payment = SamplePayments.cnyToUsd();
        for (Step step : List.of(Step.COLLECTION, Step.TOP_UP, Step.CONVERSION, Step.PAYOUT)) {
            Change begun = Transitions.begin(payment, step, SamplePayments.NOON);
            payment = Transitions.found(
                            begun.payment(),
                            begun.payment().latest(step).orElseThrow().key(),
                            new Finding.Booked("ref", SamplePayments.NOON, SamplePayments.NOON),
                            SamplePayments.NOON)
                    .payment();
        }
        return payment;
    }
}
