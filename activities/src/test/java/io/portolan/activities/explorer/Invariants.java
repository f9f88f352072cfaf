package io.portolan.activities.explorer;

import io.portolan.activities.explorer.Bank.Order;
import io.portolan.activities.explorer.Bank.Status;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.decision.Evidence;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.ledger.Posting;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.plan.Accounts;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Terms.Flow;
import io.portolan.domain.saga.DecisionEffects;
import io.portolan.domain.saga.Progress;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What must be true after every step, and what when nobody does anything any more. */
final class Invariants {
    private final Situation before;
    private final Situation now;
    private final Payment payment;
    private final List<String> broken = new ArrayList<>();

    private Invariants(Situation before, Situation now) {
        this.before = before;
        this.now = now;
        this.payment = now.payment();
    }

    /** The first that is broken by this step. */
    static Optional<String> broken(Situation before, Situation now) {
        Invariants invariants = new Invariants(before, now);
        if (now.failure() != null) {
            return Optional.of("a worker fails: " + now.failure());
        }
        if (before.database.hash() != now.database.hash() || !before.bank.equals(now.bank)) {
            invariants.checkBank();
            invariants.checkRecord();
            invariants.checkDecisions();
            invariants.checkBook();
        }
        if (now.isEveryWorkerIdle()) {
            invariants.checkWaiting();
        }
        return invariants.broken.stream().findFirst();
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            broken.add(otherwise);
        }
    }

    private void checkBank() {
        List<Order> executed = now.bank.executed();
        require(
                executed.stream().map(Order::key).distinct().count() == executed.size(),
                "a bank has executed one key twice");
        require(
                Stream.concat(now.bank.orders().values().stream(), executed.stream())
                        .allMatch(order -> payment.find(order.key()).isPresent()),
                "a bank has an order that is not recorded");
        boolean isPaid = executed.stream()
                .filter(order -> order.kind() == MovementKind.PAYOUT)
                .anyMatch(order ->
                        now.bank.returns().stream().noneMatch(back -> back.key().equals(order.key())));
        boolean isRefunded = executed.stream()
                .anyMatch(order -> order.kind() == MovementKind.REFUND
                        && PeopleMoves.isUnwind(payment, order.key().plan()));
        require(!isPaid || !isRefunded, "the seller has the money, and the buyer has it back");
    }

    private void checkRecord() {
        for (Instruction each : payment.state().instructions()) {
            boolean isExecuted = now.bank.hasExecuted(each.key());
            require(!each.isRejected() || !isExecuted, "executed, and recorded as not executed: " + each.key());
            require(!each.isBooked() || isExecuted, "recorded as executed, and not executed: " + each.key());
            require(
                    each.isBooked() == isPosted(each),
                    "what is recorded as booked is what is in the book: " + each.key());
            require(
                    before.payment()
                            .find(each.key())
                            .filter(earlier -> earlier.isDecided() && earlier.booking() != each.booking())
                            .isEmpty(),
                    "what was decided is decided otherwise: " + each.key());
        }
        Parking parking = payment.state().parking();
        boolean isUnknown = parking == null
                || parking.kind() != Parking.Kind.OUTCOME
                || !payment.instruction(parking.instruction()).isDecided();
        require(isUnknown, "people are asked about an outcome that is known");
        require(
                payment.state().instructions().stream()
                                .filter(each -> !each.isDecided())
                                .count()
                        < 2,
                "two instructions are open");
    }

    private boolean isPosted(Instruction instruction) {
        String key = instruction.key().value();
        return now.database.entries().containsKey(key + "/booked")
                || now.database.entries().containsKey(key + "/order-one");
    }

    /** A decision is what was decided of what was seen. */
    private void checkDecisions() {
        for (RecordedDecision each : now.database.decisions()) {
            boolean isAppliedNow = each.status() == DecisionStatus.APPLIED
                    && before.database.decisions().stream()
                            .anyMatch(earlier -> earlier.decision().equals(each.decision())
                                    && earlier.status() == DecisionStatus.APPROVED);
            boolean isBound = !(each.decision() instanceof Decision.Cancel || each.decision() instanceof Decision.Hold);
            require(
                    !isAppliedNow
                            || !isBound
                            || each.decision().header().version()
                                    == before.payment().version(),
                    "a decision is carried out on what nobody has seen");
        }
    }

    private void checkBook() {
        Map<AccountId, Money> balances = now.database.balances();
        balances.forEach((account, balance) -> require(
                !account.kind().holdsCustomerMoney() || !balance.isPositive(), account + " is overdrawn: " + balance));
        if (payment.openInstruction().isPresent() || !now.database.breaks().isEmpty()) {
            return;
        }
        require(atBanksByBook().equals(atBanks()), "booked is " + atBanksByBook() + ", and banks have " + atBanks());
        boolean isUnasked = now.bank.orders().values().stream().noneMatch(order -> order.status() == Status.PENDING);
        if (payment.stage().isTerminal() && isUnasked) {
            balances.forEach((account, balance) -> require(
                    account.kind() != AccountKind.PAYABLE || balance.isZero(),
                    "the payment has ended, and we owe on " + account + " " + balance));
        }
    }

    private Map<AccountId, Money> atBanksByBook() {
        Map<AccountId, Money> sums = new HashMap<>();
        for (JournalEntry entry : now.database.entries().values()) {
            for (Posting posting : entry.postings()) {
                AccountId account = posting.account();
                if (account.kind() == AccountKind.NOSTRO || account.kind() == AccountKind.IN_TRANSIT) {
                    sums.merge(
                            new AccountId(AccountKind.NOSTRO, account.holder(), account.currency()),
                            posting.amount(),
                            Money::plus);
                }
            }
        }
        sums.values().removeIf(Money::isZero);
        return sums;
    }

    private Map<AccountId, Money> atBanks() {
        Map<AccountId, Money> sums = new HashMap<>();
        Stream<Flow> moved = now.bank.executed().stream().flatMap(order -> order.flows().stream());
        Stream<Flow> back = now.bank.returns().stream().map(Bank.Returned::flow);
        Stream.concat(moved, back)
                .forEach(flow -> sums.merge(Accounts.nostro(flow.account()), flow.change(), Money::plus));
        sums.values().removeIf(Money::isZero);
        return sums;
    }

    /** Whatever waits is woken: by the job that wakes what is overdue, by the one that wakes for decisions, or by a person who may do something. */
    private void checkWaiting() {
        boolean isWoken = payment.stage().isTerminal()
                || payment.dueAt() != null
                || now.database.decisions().stream().anyMatch(each -> each.status() == DecisionStatus.APPROVED)
                || canBeDecided();
        require(isWoken, "the payment waits, and nobody can wake it: " + Progress.of(payment, now.now));
    }

    private boolean canBeDecided() {
        var header = PeopleMoves.header(now);
        Stream<Decision> always = Stream.of(
                new Decision.Retry(header),
                new Decision.Release(header),
                new Decision.CorrectPayee(header, SamplePayments.payee("000987654321")));
        Evidence.Source source = Evidence.Source.LETTER;
        LocalDate date = LocalDate.ofInstant(Scenario.START, ZoneOffset.UTC);
        Stream<Decision> evidence = payment.openInstruction().stream()
                .map(open -> new Decision.ResolveExecuted(
                        header, open.key(), new Evidence(source, "seen", open.amount(), date)));
        return Stream.concat(always, evidence)
                .anyMatch(decision ->
                        DecisionEffects.objection(payment, decision, now.now).isEmpty());
    }
}
