package io.portolan.ledger.event;

import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.DayTotals;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened to the book. Whatever came from outside, time above all, is inside the event, so that the book is the replay of its events. */
public sealed interface Event {
    EventHeader header();

    EventKind kind();

    /** The book begins, on the business date of its header. */
    record BookOpened(EventHeader header) implements Event {
        @Override
        public EventKind kind() {
            return EventKind.BOOK_OPENED;
        }
    }

    /**
     * Money was posted or held. The amounts sum to zero in each currency.
     *
     * @param kind POSTED, CORRECTED, REVERSED, HELD or RELEASED
     * @param reference the key of the hold that ended, or of the entry that was reversed or corrected
     * @param valueDate the business date, or an older one for a correction
     */
    record BalancesChanged(
            EventHeader header,
            EventKind kind,
            @Nullable PaymentId payment,
            @Nullable String reference,
            String narrative,
            LocalDate valueDate,
            List<EventPosting> postings)
            implements Event {
        public BalancesChanged {
            postings = List.copyOf(postings);
        }
    }

    /**
     * An account was opened, frozen, unfrozen or closed.
     *
     * @param scale the decimals of its amounts, fixed when it is opened
     * @param overdraftAllowed whether its balance may be on the side that is not its normal one, fixed when it is opened
     * @param reason why, for people
     */
    record AccountChanged(
            EventHeader header, EventKind kind, AccountId account, int scale, boolean overdraftAllowed, String reason)
            implements Event {}

    /** A business date ended, and the next one is open. */
    record DayClosed(EventHeader header, LocalDate nextDate, DayTotals totals) implements Event {
        @Override
        public EventKind kind() {
            return EventKind.DAY_CLOSED;
        }
    }
}
