package io.portolan.domain.saga;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Purpose;
import io.portolan.domain.plan.Terms;
import io.portolan.domain.plan.Terms.Flow;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
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
                .filter(each -> payment.plan(each.key().plan()).purpose() != Purpose.REFUND)
                .forEach(this::add);
    }

    static Holdings of(Payment payment) {
        return new Holdings(payment);
    }

    /** What is on this account for the payment. */
    Money at(NostroAccount account) {
        return byAccount.getOrDefault(account, Money.zero(account.currency()));
    }

    /** What was collected from the buyer. */
    Money collected() {
        return sum(MovementKind.COLLECTION);
    }

    /** What the buyer was given back, or will be by refunds that the merchant asked for. */
    Money givenBack() {
        Money unwound = payment.instructionsOf(MovementKind.REFUND)
                .filter(Instruction::isBooked)
                .filter(each -> payment.plan(each.key().plan()).purpose() != Purpose.REFUND)
                .map(Instruction::executed)
                .reduce(Money.zero(payment.price().source().currency()), Money::plus);
        return unwound.plus(refundsAskedFor());
    }

    /** What the merchant had us refund after completion, or asked for. */
    Money refundsAskedFor() {
        return payment.price().source().minus(payment.refundable());
    }

    /** What trades bought, and what was sold for it, apart from what was reversed. */
    Money bought() {
        return trades(Terms.Trade::rate).map(rate -> rate.buy()).reduce(Money.zero(currencyAbroad()), Money::plus);
    }

    Money soldForIt() {
        return trades(Terms.Trade::rate)
                .map(rate -> rate.sell())
                .reduce(Money.zero(payment.price().source().currency()), Money::plus);
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

    private Money sum(MovementKind kind) {
        return payment.instructionsOf(kind)
                .filter(Instruction::isBooked)
                .map(Instruction::executed)
                .reduce(Money.zero(payment.price().source().currency()), Money::plus);
    }

    private void add(Instruction booked) {
        Terms terms = payment.movementOf(booked.key()).terms();
        terms.flows(booked.executed()).forEach(this::add);
        Money back = booked.funds().returned();
        if (back != null) {
            add(new Flow(terms.account(), back));
        }
    }

    private void add(Flow flow) {
        byAccount.merge(flow.account(), flow.change(), Money::plus);
    }
}
