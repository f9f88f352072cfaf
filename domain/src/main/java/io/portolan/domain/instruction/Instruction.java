package io.portolan.domain.instruction;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.Step;
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
        BookingStatus booking,
        SettlementStatus settlement,
        @Nullable String bankReference,
        @Nullable Reason rejection,
        @Nullable String uncertainty,
        Instant instructedAt,
        @Nullable Instant decidedAt,
        @Nullable Instant settledAt,
        @Nullable Money returned) {

    public static Instruction begun(InstructionKey key, Money amount, Instant at) {
        return new Instruction(
                key,
                amount,
                BookingStatus.INSTRUCTED,
                SettlementStatus.UNSETTLED,
                null,
                null,
                null,
                at,
                null,
                null,
                null);
    }

    public Step step() {
        return key.step();
    }

    public boolean isBooked() {
        return booking == BookingStatus.BOOKED;
    }

    /** Proven not executed. */
    public boolean isRejected() {
        return booking == BookingStatus.REJECTED;
    }

    /** Booked or rejected: the other side has decided. */
    public boolean isDecided() {
        return isBooked() || isRejected();
    }

    public Instruction booked(String reference, Instant at) {
        return new Instruction(
                key,
                amount,
                BookingStatus.BOOKED,
                settlement,
                reference,
                null,
                null,
                instructedAt,
                at,
                settledAt,
                null);
    }

    public Instruction rejected(Reason reason, Instant at) {
        return new Instruction(
                key,
                amount,
                BookingStatus.REJECTED,
                settlement,
                bankReference,
                reason,
                null,
                instructedAt,
                at,
                null,
                null);
    }

    public Instruction unknown(String detail) {
        return new Instruction(
                key,
                amount,
                BookingStatus.UNKNOWN,
                settlement,
                bankReference,
                null,
                detail,
                instructedAt,
                null,
                null,
                null);
    }

    public Instruction settled(Instant at) {
        return new Instruction(
                key,
                amount,
                booking,
                SettlementStatus.SETTLED,
                bankReference,
                null,
                null,
                instructedAt,
                decidedAt,
                at,
                null);
    }

    public Instruction returned(Money amountBack) {
        return new Instruction(
                key,
                amount,
                booking,
                SettlementStatus.RETURNED,
                bankReference,
                null,
                null,
                instructedAt,
                decidedAt,
                settledAt,
                amountBack);
    }
}
