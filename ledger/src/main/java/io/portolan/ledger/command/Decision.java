package io.portolan.ledger.command;

import io.portolan.ledger.book.Book;
import io.portolan.ledger.book.Line;
import io.portolan.ledger.event.EventRow;
import java.util.List;

/** What the book makes of commands that a client asks for together: all of them happen, or none. */
public sealed interface Decision {
    /** The commands happened, now or before: a repeat makes no event. */
    record Accepted(Book book, List<EventRow> events, List<Line> lines) implements Decision {
        public Accepted {
            events = List.copyOf(events);
            lines = List.copyOf(lines);
        }
    }

    /** One of the commands cannot happen, so none did. */
    record Refused(Rejection rejection) implements Decision {}
}
