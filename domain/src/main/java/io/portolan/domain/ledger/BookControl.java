package io.portolan.domain.ledger;

import java.time.LocalDate;
import java.util.Optional;

/** What operations do with the book beside posting: freeze and unfreeze accounts, and close business dates. */
public interface BookControl {
    /** Whether anything may be posted to the account now. Empty if the book has no such account. */
    Optional<AccountStatus> statusOf(AccountId account);

    /**
     * Stops all postings to the account until it is unfrozen. Repeated under the same key it changes nothing.
     *
     * @param narrative why, stored in the book; at most 255 characters
     */
    ControlResult freeze(String key, AccountId account, String narrative);

    /**
     * Allows postings to a frozen account again. Repeated under the same key it changes nothing.
     *
     * @param narrative who and why, stored in the book; at most 255 characters
     */
    ControlResult unfreeze(String key, AccountId account, String narrative);

    /** Closes the open business date and opens the next one. Repeated for the same two dates it changes nothing. */
    ControlResult closeDay(LocalDate date, LocalDate nextDate);

    /** The totals of a closed business date; empty if the date has not been closed. */
    Optional<DayTotals> totalsOf(LocalDate date);

    /** Whether the book carried out the command. */
    sealed interface ControlResult {
        /** It is done, now or by an earlier request under the same key. */
        record Applied() implements ControlResult {}

        /** Nothing has changed; the reason says what the book requires and what it found. */
        record Rejected(String reason) implements ControlResult {}
    }
}
