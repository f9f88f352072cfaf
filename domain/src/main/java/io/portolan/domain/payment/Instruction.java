package io.portolan.domain.payment;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.identity.InstructionKey;
import io.portolan.domain.identity.Step;
import io.portolan.domain.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of one step, with both flows and their times.
 *
 * <p>{@code decidedAt} is the bank's time of booking, or ours of the rejection; {@code returned} is what came back of a returned payout.
 */
public record Instruction(
        InstructionKey key,
        Money amount,
        Information information,
        Funds funds,
        @Nullable String bankReference,
        @Nullable Reason rejection,
        @Nullable String uncertainty,
        Instant instructedAt,
        @Nullable Instant decidedAt,
        @Nullable Instant settledAt,
        @Nullable Money returned) {

    static Instruction begun(InstructionKey key, Money amount, Instant at) {
        return new Instruction(
                key, amount, Information.INSTRUCTED, Funds.UNSETTLED, null, null, null, at, null, null, null);
    }

    public Step step() {
        return key.step();
    }

    public boolean isBooked() {
        return information == Information.BOOKED;
    }

    /** Proven not executed. */
    public boolean isRejected() {
        return information == Information.REJECTED;
    }

    /** Booked or rejected: the other side has decided. */
    public boolean isDecided() {
        return isBooked() || isRejected();
    }

    Instruction booked(String reference, Instant at) {
        return new Instruction(
                key, amount, Information.BOOKED, funds, reference, null, null, instructedAt, at, settledAt, null);
    }

    Instruction rejected(Reason reason, Instant at) {
        return new Instruction(
                key, amount, Information.REJECTED, funds, bankReference, reason, null, instructedAt, at, null, null);
    }

    Instruction unknown(String detail) {
        return new Instruction(
                key, amount, Information.UNKNOWN, funds, bankReference, null, detail, instructedAt, null, null, null);
    }

    Instruction settled(Instant at) {
        return new Instruction(
                key, amount, information, Funds.SETTLED, bankReference, null, null, instructedAt, decidedAt, at, null);
    }

    Instruction returned(Money amountBack) {
        return new Instruction(
                key,
                amount,
                information,
                Funds.RETURNED,
                bankReference,
                null,
                null,
                instructedAt,
                decidedAt,
                settledAt,
                amountBack);
    }
}
