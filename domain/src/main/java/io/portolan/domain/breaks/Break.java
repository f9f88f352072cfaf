package io.portolan.domain.breaks;

import io.portolan.domain.ids.Ids;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A disagreement about money between two books, with an owner from its first moment, until somebody says how it was resolved.
 *
 * @param payment null of money that belongs to no payment
 * @param instruction null likewise
 * @param reference the bank's, of the fact that contradicts; the same fact of the same instruction is one break, however often it is heard
 * @param amount how much money is at risk
 * @param detail one sentence without personal data
 */
public record Break(
        String id,
        BreakType type,
        @Nullable PaymentId payment,
        @Nullable InstructionKey instruction,
        String reference,
        Money amount,
        String detail,
        String owner,
        Instant openedAt,
        @Nullable Closing closing) {
    /** Who owns a break that nobody has taken: the staff on duty. */
    public static final String ON_DUTY = "on-duty";

    private static final String PREFIX = "brk_";

    /** Who closed it, how it was resolved, and when. */
    public record Closing(String operator, String resolution, Instant closedAt) {
        public Closing {
            if (operator.isBlank() || resolution.isBlank()) {
                throw new IllegalArgumentException("somebody closes a break and says how it was resolved");
            }
        }
    }

    public Break {
        Ids.require(PREFIX, id);
        if (owner.isBlank()) {
            throw new IllegalArgumentException("a break has an owner");
        }
    }

    /** What another book says: under which reference, about how much, and in which way it disagrees, in a sentence. */
    public record Claim(String reference, Money amount, String detail) {}

    /** A new one about an instruction, owned by the staff on duty. */
    public static Break of(BreakType type, InstructionKey about, Claim claim, Instant at) {
        return of(type, about.payment(), about, claim, at);
    }

    /** A new one about money that belongs to no payment of ours. */
    public static Break unexplained(Claim claim, Instant at) {
        return of(BreakType.UNEXPLAINED_RETURN, null, null, claim, at);
    }

    private static Break of(
            BreakType type, @Nullable PaymentId payment, @Nullable InstructionKey about, Claim claim, Instant at) {
        return new Break(
                Ids.next(PREFIX),
                type,
                payment,
                about,
                claim.reference(),
                claim.amount(),
                claim.detail(),
                ON_DUTY,
                at,
                null);
    }

    public boolean isOpen() {
        return closing == null;
    }
}
