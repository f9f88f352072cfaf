package io.portolan.domain.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Purpose;
import java.math.BigInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What holds of a payment at every moment, whatever has happened to it. */
final class WalkRules {
    private WalkRules() {}

    static void check(Payment before, Payment after) {
        assertThat(after.state().instructions().stream().filter(each -> !each.isDecided()))
                .as("at most one instruction is open")
                .hasSizeLessThanOrEqualTo(1);
        assertThat(after.updatedAt()).as("time goes forward").isAfterOrEqualTo(before.updatedAt());
        assertThat(after.version()).as("the version grows").isBetween(before.version(), before.version() + 2);
        checkNothingIsGivenTwice(after);
    }

    /** What the seller keeps and what unwinds gave back are parts of the same money: together at most all of it. */
    private static void checkNothingIsGivenTwice(Payment payment) {
        Money collected = asked(payment, MovementKind.COLLECTION, Instruction::isBooked);
        Money paidOut = asked(payment, MovementKind.PAYOUT, each -> each.isBooked() && !each.isReturned());
        Money refunded = asked(payment, MovementKind.REFUND, each -> each.isBooked() && isUnwound(payment, each));
        Money bought = payment.destination();
        if (paidOut.isZero() && refunded.isZero()) {
            return;
        }
        BigInteger given =
                units(paidOut).multiply(units(collected)).add(units(refunded).multiply(units(bought)));
        assertThat(given)
                .as("paid out %s and refunded %s of %s", paidOut, refunded, collected)
                .isLessThanOrEqualTo(
                        units(collected).multiply(units(bought.compareTo(paidOut) > 0 ? bought : paidOut)));
    }

    /** Nothing is held for a payment that has ended. */
    static void checkEnded(Payment payment, PaymentBook book) {
        assertThat(book.open(AccountKind.PAYABLE))
                .as("what is owed at the end of " + payment)
                .isEmpty();
        assertThat(book.open(AccountKind.UNCLAIMED_REFUND))
                .as("what is unclaimed at the end")
                .isEmpty();
        assertThat(payment.openInstruction()).as("what is open at the end").isEmpty();
        boolean paid = payment.isSellerPaid();
        boolean collected = payment.isBooked(MovementKind.COLLECTION);
        switch (payment.stage()) {
            case COMPLETED -> assertThat(paid).as("completed is paid").isTrue();
            case RETURNED ->
                assertThat(!paid || payment.refundable().isZero())
                        .as("returned is refunded whole, or unpaid")
                        .isTrue();
            default -> assertThat(collected).as("nothing moved").isFalse();
        }
    }

    /** Where all currency is sold back, none is left. */
    static void checkNoPosition(PaymentBook book) {
        assertThat(book.open(AccountKind.FX_POSITION)).as("the position").isEmpty();
    }

    /** What these instructions were to move, or less if less was executed: what a bank moved beyond that is a break. */
    private static Money asked(Payment payment, MovementKind kind, Predicate<Instruction> which) {
        Stream<Instruction> all = payment.instructionsOf(kind).filter(which);
        Money none = Money.zero(
                kind == MovementKind.PAYOUT
                        ? payment.price().destination().currency()
                        : payment.price().source().currency());
        return all.map(each -> kind == MovementKind.COLLECTION
                        ? each.executed()
                        : each.executed().compareTo(each.amount()) < 0 ? each.executed() : each.amount())
                .reduce(none, Money::plus);
    }

    private static boolean isUnwound(Payment payment, Instruction refund) {
        return payment.plan(refund.key().plan()).purpose() == Purpose.UNWIND;
    }

    private static BigInteger units(Money money) {
        return BigInteger.valueOf(money.minorUnits());
    }
}
