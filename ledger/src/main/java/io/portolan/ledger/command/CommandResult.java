package io.portolan.ledger.command;

import io.portolan.ledger.book.Account;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.book.PostingRow;
import io.portolan.ledger.event.EventRow;
import java.util.List;

/** What the book makes of commands that a client asks for together: all of them happen, or none. */
public sealed interface CommandResult {
    /**
     * The commands happened, now or before: a repeat makes no event.
     *
     * @param dayEnds the accounts that moved on a date that was closed, as they stood then
     */
    record Applied(Book book, List<EventRow> events, List<PostingRow> postings, List<Account> dayEnds)
            implements CommandResult {
        public Applied {
            dayEnds = List.copyOf(dayEnds);
            events = List.copyOf(events);
            postings = List.copyOf(postings);
        }
    }

    /** One of the commands cannot happen, so none did. */
    record Rejected(Rejection rejection) implements CommandResult {}
}
