package io.portolan.console.breaks;

import io.portolan.console.text.AmountText;
import io.portolan.console.text.Badge;
import io.portolan.console.text.Timestamp;
import io.portolan.console.text.Tone;
import io.portolan.domain.breaks.Break;
import io.portolan.domain.breaks.Break.Closing;
import io.portolan.domain.breaks.BreakType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One break, as pages show it.
 *
 * @param payment empty of money that belongs to no payment; so the instruction
 * @param closedBy empty while it is open; so the resolution
 */
public record BreakView(
        String id,
        String title,
        Badge status,
        AmountText amount,
        String detail,
        String payment,
        String instruction,
        String reference,
        String owner,
        Timestamp openedAt,
        String closedBy,
        String resolution,
        @Nullable Timestamp closedAt) {

    public static BreakView of(Break found, Instant now) {
        Closing closing = found.closing();
        return new BreakView(
                found.id(),
                titleOf(found.type()),
                closing == null ? new Badge("Open", Tone.BAD) : new Badge("Closed", Tone.NEUTRAL),
                AmountText.of(found.amount()),
                found.detail(),
                found.payment() == null ? "" : found.payment().value(),
                found.instruction() == null ? "" : found.instruction().value(),
                found.reference(),
                found.owner(),
                new Timestamp(found.openedAt(), now),
                closing == null ? "" : closing.operator(),
                closing == null ? "" : closing.resolution(),
                closing == null ? null : new Timestamp(closing.closedAt(), now));
    }

    /** Whether this person owns it. */
    public boolean isOwnedBy(String operator) {
        return owner.equals(operator);
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    private static String titleOf(BreakType type) {
        return switch (type) {
            case BOOKED_AFTER_REJECTED -> "Booked after rejected";
            case REJECTED_AFTER_BOOKED -> "Rejected after booked";
            case UNKNOWN_TO_BANK -> "Unknown to the bank";
            case AMOUNT -> "Another amount";
            case SECOND_EXECUTION -> "Second execution";
            case EXCESS_RETURN -> "Excess return";
            case DUPLICATE_RETURN -> "Duplicate return";
            case UNEXPLAINED_RETURN -> "Unexplained return";
            case IN_SUSPENSE -> "In suspense";
        };
    }
}
