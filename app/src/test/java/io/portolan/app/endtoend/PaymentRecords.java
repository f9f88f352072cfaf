package io.portolan.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.environment.TestEnvironment;
import io.portolan.domain.bank.Statement;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.ledger.PostedEntry;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.plan.MovementKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The banks' statements, our ledger, and what is recorded of a payment. */
final class PaymentRecords {
    /** What the banks move for a payment in dollars that goes well. */
    static final List<String> AS_PLANNED_IN_DOLLARS = List.of(
            "B-CNY +collection/1",
            "B-CNY -top-up/1",
            "D-CNY +top-up/1",
            "D-CNY -trade/1",
            "D-USD +trade/1",
            "D-USD -payout/1");

    private final TestEnvironment environment;

    PaymentRecords(TestEnvironment environment) {
        this.environment = environment;
    }

    Payment payment(PaymentId id) {
        return environment.database().payments().find(id).orElseThrow();
    }

    /** Whether such a movement was instructed and the bank has not decided yet, as far as we know. */
    boolean isUnderWay(PaymentId id, MovementKind kind) {
        return payment(id).latest(kind).filter(last -> !last.isDecided()).isPresent();
    }

    List<PostedEntry> entries(PaymentId id) {
        return environment.database().journal().entriesOf(id);
    }

    /** Every movement of this payment on our accounts at the banks, such as {@code B-CNY +collection/1}. */
    List<String> movements(PaymentId id) {
        return environment.statements().stream()
                .flatMap(statement -> statement.lines().stream()
                        .filter(line -> line.key().startsWith(id.value() + "/"))
                        .map(line -> describe(statement, line, id)))
                .toList();
    }

    /** The banks moved each of these once, such as {@code B-CNY +collection/1}, and nothing else. */
    void assertMovedOnce(PaymentId id, String... movements) {
        assertThat(movements(id)).as("movements of " + id).containsExactlyInAnyOrder(movements);
    }

    /** Every movement of a payment that went well was moved once, and nothing else. */
    void assertMovedOnceAsPlanned(PaymentId id) {
        String abroad = "D-" + payment(id).price().destination().currency();
        assertMovedOnce(
                id,
                AS_PLANNED_IN_DOLLARS.stream()
                        .map(movement -> movement.replace("D-USD", abroad))
                        .toArray(String[]::new));
    }

    /** Each instruction's amount is what the banks' statements say it was. */
    void assertAmountsAgree(PaymentId id) {
        Map<String, Money> ours = new TreeMap<>();
        payment(id).state().instructions().stream()
                .filter(Instruction::isBooked)
                .forEach(instruction -> ours.put(instruction.key().value(), instruction.amount()));
        environment.statements().stream()
                .map(Statement::lines)
                .flatMap(Collection::stream)
                .filter(line -> ours.containsKey(line.key()))
                .filter(line ->
                        line.amount().currency().equals(ours.get(line.key()).currency()))
                .forEach(line -> assertThat(line.amount().minorUnits())
                        .as(line.key())
                        .satisfiesAnyOf(
                                amount -> assertThat(amount)
                                        .isEqualTo(ours.get(line.key()).minorUnits()),
                                amount -> assertThat(amount)
                                        .isEqualTo(-ours.get(line.key()).minorUnits())));
    }

    /** No key of this payment stands twice on a statement of one account. */
    void assertNoKeyMovedTwice(PaymentId id) {
        assertThat(movements(id)).as("movements of " + id).doesNotHaveDuplicates();
    }

    /** Within the payment's entries, every currency sums to zero; a payment of which nothing has moved has none. */
    void assertBalanced(PaymentId id, OutcomeRow row) {
        if (!movements(id).isEmpty()) {
            assertThat(entries(id)).as(row.name()).isNotEmpty();
            assertBalanced(id);
        }
    }

    /** Within the payment's entries, every currency sums to zero. */
    void assertBalanced(PaymentId id) {
        Map<Currency, Money> sums = new TreeMap<>();
        entries(id).stream()
                .map(PostedEntry::postings)
                .flatMap(Collection::stream)
                .forEach(line -> sums.merge(line.amount().currency(), line.amount(), Money::plus));
        assertThat(sums)
                .isNotEmpty()
                .allSatisfy((_, sum) -> assertThat(sum.isZero()).isTrue());
    }

    /** Once everything is quiet: the whole ledger sums to zero, and every bank's statement agrees. */
    void assertBooksBalance() {
        assertThat(environment.bookDifferences()).isEmpty();
    }

    /** By what it is for the payment, such as {@code +collection/1}: the movement and its attempt, or the key where it is none of ours. */
    private String describe(Statement statement, Statement.Line line, PaymentId id) {
        String sign = line.amount().isNegative() ? "-" : "+";
        InstructionKey key = InstructionKey.parse(line.key());
        String movement = payment(id)
                .find(key)
                .map(instruction -> instruction.kind().code() + "/" + key.attempt())
                .orElseGet(key::value);
        return statement.account().number() + " " + sign + movement;
    }
}
