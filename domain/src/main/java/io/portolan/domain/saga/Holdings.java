package io.portolan.domain.saga;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.Posting;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Refund;
import io.portolan.domain.plan.Movement;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.PlanCost;
import io.portolan.domain.plan.Purpose;
import io.portolan.domain.plan.Terms;
import io.portolan.domain.plan.Terms.Flow;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where a payment's money is, proven: the sum of what booked instructions moved, and of what came back. Refunds that a merchant asked for are paid from our own funds, and
 * do not count.
 */
final class Holdings {
    private final Payment payment;
    private final Map<NostroAccount, Money> byAccount = new HashMap<>();

    private Holdings(Payment payment) {
        this.payment = payment;
        payment.state().instructions().stream()
                .filter(Instruction::isBooked)
                .filter(this::isOwnMoney)
                .forEach(this::add);
    }

    static Holdings of(Payment payment) {
        return new Holdings(payment);
    }

    /** What is on this account for the payment. */
    Money at(NostroAccount account) {
        return byAccount.getOrDefault(account, Money.zero(account.currency()));
    }

    /** What of the bought currency is there for the payment: not what we have kept for ourselves. */
    Money abroad() {
        return at(payment.route().dealerDestination()).minus(kept());
    }

    /** What was collected from the buyer. */
    Money collected() {
        return sum(payment.instructionsOf(MovementKind.COLLECTION), Instruction::executed);
    }

    /** What the buyer was given back, or will be by refunds that the merchant asked for, and what the buyer has borne of losses. */
    Money givenBack() {
        Stream<Instruction> unwound =
                payment.instructionsOf(MovementKind.REFUND).filter(this::isOwnMoney);
        return sum(unwound, Holdings::executedAtMost).plus(refundsAskedFor()).plus(borneByBuyer());
    }

    /** What the merchant had us refund after completion, or asked for: of a refund that ended otherwise than planned, what was refunded. */
    Money refundsAskedFor() {
        return payment.state().refunds().stream().map(this::refunded).reduce(none(), Money::plus);
    }

    /** What of the refunds that the merchant asked for was paid by what came back. */
    Money receivablePaid() {
        return posted(
                Entries.RECEIVABLE_PAID,
                Instruction::isBooked,
                payment.price().source().currency());
    }

    private Money refunded(Refund refund) {
        return payment.plan(refund.plan()).isOpen()
                ? refund.amount()
                : sum(
                        payment.instructionsOf(MovementKind.REFUND)
                                .filter(each -> each.key().plan() == refund.plan()),
                        Holdings::executedAtMost);
    }

    /** What a bank moved beyond the plan is nobody's that we know of. */
    private static Money executedAtMost(Instruction booked) {
        return lesser(booked.executed(), booked.amount());
    }

    private static Money lesser(Money one, Money other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Money kept() {
        return posted(Entries.KEPT, _ -> true, currencyAbroad());
    }

    private Money borneByBuyer() {
        return payment.plansInForce()
                .filter(this::isCostPosted)
                .map(plan -> Objects.requireNonNull(plan.cost()))
                .filter(cost -> cost.bearer() == LossBearer.BUYER)
                .map(PlanCost::loss)
                .reduce(none(), Money::plus);
    }

    /** The cost of an unwind is posted with its reversal, or as the currency is kept. */
    private boolean isCostPosted(Plan plan) {
        return plan.purpose() == Purpose.UNWIND
                && plan.movements().stream()
                        .anyMatch(movement -> payment.latest(plan, movement)
                                .filter(last ->
                                        last.kind() == MovementKind.REVERSAL ? last.isBooked() : isKept(movement))
                                .isPresent());
    }

    private static boolean isKept(Movement movement) {
        return movement.entries().stream().anyMatch(entry -> entry.name().equals(Entries.KEPT));
    }

    /** What entries of this name took from the payment's money, of movements with such an instruction. */
    private Money posted(String name, Predicate<Instruction> such, Currency currency) {
        return payment.plansInForce()
                .flatMap(plan -> plan.movements().stream()
                        .filter(movement ->
                                payment.latest(plan, movement).filter(such).isPresent()))
                .flatMap(movement -> movement.entries().stream())
                .filter(entry -> entry.name().equals(name))
                .flatMap(entry -> entry.postings().stream())
                .filter(posting -> posting.account().kind() == AccountKind.PAYABLE)
                .map(Posting::amount)
                .filter(amount -> amount.isPositive() && amount.currency().equals(currency))
                .reduce(Money.zero(currency), Money::plus);
    }

    /** What trades bought, and what was sold for it, apart from what was reversed. */
    Money bought() {
        return trades(Terms.Trade::rate).map(rate -> rate.buy()).reduce(Money.zero(currencyAbroad()), Money::plus);
    }

    Money soldForIt() {
        return trades(Terms.Trade::rate).map(rate -> rate.sell()).reduce(none(), Money::plus);
    }

    private <T> Stream<T> trades(Function<Terms.Trade, T> part) {
        return payment.instructionsOf(MovementKind.TRADE)
                .filter(Instruction::isBooked)
                .map(each ->
                        part.apply((Terms.Trade) payment.movementOf(each.key()).terms()));
    }

    private Currency currencyAbroad() {
        return payment.price().destination().currency();
    }

    private Money sum(Stream<Instruction> instructions, Function<Instruction, Money> amount) {
        return instructions.filter(Instruction::isBooked).map(amount).reduce(none(), Money::plus);
    }

    private Money none() {
        return Money.zero(payment.price().source().currency());
    }

    private boolean isOwnMoney(Instruction each) {
        return payment.plan(each.key().plan()).purpose() != Purpose.REFUND;
    }

    private void add(Instruction booked) {
        Terms terms = payment.movementOf(booked.key()).terms();
        boolean leavesUs = booked.kind() == MovementKind.PAYOUT || booked.kind() == MovementKind.REFUND;
        terms.flows(leavesUs ? executedAtMost(booked) : booked.executed()).forEach(this::add);
        Money back = booked.funds().returned();
        if (back != null) {
            add(new Flow(terms.account(), lesser(back, booked.amount())));
        }
    }

    private void add(Flow flow) {
        byAccount.merge(flow.account(), flow.change(), Money::plus);
    }
}
