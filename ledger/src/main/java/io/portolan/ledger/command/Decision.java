package io.portolan.ledger.command;

import io.portolan.ledger.book.Account;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.book.Line;
import io.portolan.ledger.event.EventRow;
import java.util.List;

/** What the book makes of commands that a client asks for together: all of them happen, or none. */
public sealed interface Decision {
    /**
     * The commands happened, now or before: a repeat makes no event.
     *
     * @param dayEnds the accounts that moved on a date that was closed, as they stood then
     */
    record Accepted(Book book, List<EventRow> events, List<Line> lines, List<Account> dayEnds) implements Decision {
        public Accepted {
            dayEnds = List.copyOf(dayEnds);
            events = List.copyOf(events);
            lines = List.copyOf(lines);
        }
    }

    /** One of the commands cannot happen, so none did. */
    record Refused(Rejection rejection) implements Decision {}
}
