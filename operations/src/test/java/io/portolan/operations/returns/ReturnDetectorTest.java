package io.portolan.operations.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Statement;
import io.portolan.domain.bank.StatementBank;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.instruction.SettlementStatus;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.payment.Transitions;
import io.portolan.operations.ScriptedPaymentWorkflows;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnDetectorTest {
    private static final NostroAccount ABROAD = new NostroAccount("D", "D-USD", Currency.of("USD"));
    private static final Clock CLOCK = Clock.fixed(SamplePayments.NOON, ZoneOffset.UTC);
    private static final Money BACK = Money.of(ABROAD.currency(), 98_456);

    private final ScriptedPaymentWorkflows workflows = new ScriptedPaymentWorkflows();
    private final List<Statement.Line> lines = new ArrayList<>();
    private final Payment completed = completed();
    private final InMemoryPayments payments = InMemoryPayments.of(completed);
    private int lookups;

    @Test
    void reopensACompletedPaymentWhosePayoutTheStatementCreditsBack() {
        Instruction payout = completed.latest(Step.PAYOUT).orElseThrow();
        lines.add(line(payout, payout.amount().negated()));
        lines.add(line(payout, BACK));

        detector(Optional.of(back())).run();

        Payment reopened = payments.get(completed.id());
        assertThat(reopened.stage()).isEqualTo(Stage.UNWINDING);
        assertThat(reopened.latest(Step.PAYOUT).orElseThrow().settlement()).isEqualTo(SettlementStatus.RETURNED);
        assertThat(reopened.latest(Step.PAYOUT).orElseThrow().returned()).isEqualTo(BACK);
        assertThat(workflows.started()).containsExactly(completed.id());
    }

    @Test
    void reopensOnce() {
        lines.add(line(completed.latest(Step.PAYOUT).orElseThrow(), BACK));
        ReturnDetector detector = detector(Optional.of(back()));
        detector.run();

        detector.run();

        assertThat(workflows.started()).hasSize(1);
        assertThat(lookups).isEqualTo(1);
    }

    @Test
    void leavesADebitAloneAndAReturnThatTheBankDoesNotConfirm() {
        Instruction payout = completed.latest(Step.PAYOUT).orElseThrow();
        lines.add(line(payout, payout.amount().negated()));
        detector(Optional.of(back())).run();
        assertThat(lookups).isZero();

        lines.add(line(payout, BACK));
        detector(Optional.empty()).run();

        assertThat(payments.get(completed.id()).stage()).isEqualTo(Stage.COMPLETED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no key", "pay_1/payout/1", "//", "interest/payout/0", "a/payout/b"})
    void goesOnBehindALineWhoseKeyIsNotOurs(String key) {
        lines.add(new Statement.Line(key, "D0", BACK, SamplePayments.NOON));
        lines.add(line(completed.latest(Step.PAYOUT).orElseThrow(), BACK));

        detector(Optional.of(back())).run();

        assertThat(workflows.started()).containsExactly(completed.id());
    }

    @Test
    void goesOnBehindAPayoutThatWeNeverInstructed() {
        lines.add(line(completed.latest(Step.PAYOUT).orElseThrow().key().next(), BACK));
        lines.add(line(completed.latest(Step.PAYOUT).orElseThrow(), BACK));

        detector(Optional.of(back())).run();

        assertThat(workflows.started()).containsExactly(completed.id());
    }

    @Test
    void leavesACreditOfAnotherStepAlone() {
        lines.add(line(completed.latest(Step.TOP_UP).orElseThrow(), BACK));

        detector(Optional.of(back())).run();

        assertThat(lookups).isZero();
    }

    @Test
    void goesOnWithTheNextRoundWhenThereIsNoStatement() {
        StatementBank silent = (account, date) -> {
            throw new StatementBank.StatementUnavailable("no answer");
        };

        new ReturnDetector(Map.of(ABROAD, silent), (payment, payout) -> Optional.of(back()), payments, workflows, CLOCK)
                .run();

        assertThat(workflows.started()).isEmpty();
    }

    private ReturnDetector detector(Optional<PayoutReturn> answer) {
        StatementBank bank = (account, date) -> new Statement(
                account, date, Money.zero(account.currency()), Money.zero(account.currency()), linesOf(date));
        return new ReturnDetector(
                Map.of(ABROAD, bank),
                (payment, payout) -> {
                    lookups++;
                    return answer;
                },
                payments,
                workflows,
                CLOCK);
    }

    private List<Statement.Line> linesOf(LocalDate date) {
        return date.equals(LocalDate.ofInstant(SamplePayments.NOON, ZoneOffset.UTC)) ? lines : List.of();
    }

    private static Statement.Line line(Instruction instruction, Money amount) {
        return line(instruction.key(), amount);
    }

    private static Statement.Line line(InstructionKey key, Money amount) {
        return new Statement.Line(key.value(), "D1", amount, SamplePayments.NOON);
    }

    private static PayoutReturn back() {
        return new PayoutReturn("R1", BACK, Reason.of("ac04", "account closed"), SamplePayments.NOON);
    }

    private static Payment completed() {
        Payment payment = SamplePayments.cnyToUsd();
        for (Step step : List.of(Step.COLLECTION, Step.TOP_UP, Step.CONVERSION, Step.PAYOUT)) {
            PaymentChange begun = Transitions.begin(payment, step, SamplePayments.NOON);
            payment = Transitions.recordInquiry(
                            begun.payment(),
                            begun.payment().latest(step).orElseThrow().key(),
                            new InquiryResult.Booked("ref", SamplePayments.NOON, SamplePayments.NOON),
                            SamplePayments.NOON)
                    .payment();
        }
        return payment;
    }
}
