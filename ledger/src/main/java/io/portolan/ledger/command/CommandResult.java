package io.portolan.ledger.command;

import io.portolan.ledger.book.Account;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.book.PostingRow;
import io.portolan.ledger.event.EventRow;
import java.util.List;

/** What the book decides about commands that are submitted together: all of them take effect, or none. */
public sealed interface CommandResult {
    /**
     * The commands take effect, or took effect earlier: a repeat makes no event.
     *
     * @param dayEnds the accounts that changed on a date that was closed, as they were at its end
     */
    record Applied(Book book, List<EventRow> events, List<PostingRow> postings, List<Account> dayEnds)
            implements CommandResult {
        public Applied {
            dayEnds = List.copyOf(dayEnds);
            events = List.copyOf(events);
            postings = List.copyOf(postings);
        }
    }

    /** One of the commands is rejected, so none takes effect. */
    record Rejected(Rejection rejection) implements CommandResult {}
}
