package io.portolan.domain.instruction;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.money.Money;
import io.portolan.domain.plan.MovementKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One attempt of one movement, with its own key, and both flows with their times. Its terms are those of its movement, and are frozen with it. */
public record Instruction(
        InstructionKey key, MovementKind kind, Money amount, SendWindow window, Answer answer, Funds funds) {

    public static Instruction begun(InstructionKey key, MovementKind kind, Money amount, SendWindow window) {
        return new Instruction(key, kind, amount, window, Answer.none(), Funds.unsettled());
    }

    public BookingStatus booking() {
        return answer.status();
    }

    public SettlementStatus settlement() {
        return funds.status();
    }

    public @Nullable String bankReference() {
        return answer.reference();
    }

    public @Nullable Reason rejection() {
        return answer.rejection();
    }

    public boolean isBooked() {
        return booking() == BookingStatus.BOOKED;
    }

    /** Proven not executed. */
    public boolean isRejected() {
        return booking() == BookingStatus.REJECTED;
    }

    /** Booked or rejected: nobody waits for an answer any more. */
    public boolean isDecided() {
        return isBooked() || isRejected();
    }

    public boolean isReturned() {
        return settlement() == SettlementStatus.RETURNED;
    }

    /** Whether it is this return of the bank's that is recorded, and not another. */
    public boolean isReturnedAs(String reference) {
        return reference.equals(funds.returnReference());
    }

    /** What the bank executed: nothing unless it is booked. */
    public Money executed() {
        Money executed = answer.executed();
        return executed == null ? Money.zero(amount.currency()) : executed;
    }

    /** Whether the bank is known to have taken it, and so cannot honestly say that it has never seen it. */
    public boolean isTaken() {
        return answer.reference() != null;
    }

    public Instruction taken(String reference) {
        return new Instruction(key, kind, amount, window, answer.taken(reference), funds);
    }

    public Instruction decided(Answer decisive) {
        return new Instruction(key, kind, amount, window, decisive, funds);
    }

    public Instruction unknown(String detail) {
        return new Instruction(key, kind, amount, window, answer.unknown(detail), funds);
    }

    /** An answer is waited for until then, again. */
    public Instruction awaitedUntil(Instant until) {
        Answer open =
                new Answer(BookingStatus.INSTRUCTED, answer.reference(), null, null, null, null, Answer.Witness.BANK);
        return new Instruction(key, kind, amount, window.awaitedUntil(until), open, funds);
    }

    /** Whether the bank is known to contradict what is recorded of it. */
    public boolean isContradicted() {
        return isDecided() && answer.uncertainty() != null;
    }

    public Instruction contradicted() {
        return new Instruction(key, kind, amount, window, answer.contradicted(), funds);
    }

    public Instruction settled(Instant at) {
        return new Instruction(key, kind, amount, window, answer, new Funds(SettlementStatus.SETTLED, at, null, null));
    }

    /** So much came back, under this reference of the bank's. */
    public Instruction returned(Money amountBack, String reference) {
        Funds back = new Funds(SettlementStatus.RETURNED, funds.settledAt(), amountBack, reference);
        return new Instruction(key, kind, amount, window, answer, back);
    }
}
