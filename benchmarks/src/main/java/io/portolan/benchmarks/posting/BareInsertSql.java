package io.portolan.benchmarks.posting;

import io.portolan.domain.ledger.JournalEntry;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.book.PostingRow;
import io.portolan.ledger.command.Command;
import io.portolan.ledger.command.CommandResult;
import io.portolan.ledger.command.Decider;
import io.portolan.ledger.event.EventRow;
import io.portolan.ledger.event.Hashing;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the journal would store for entries, as SQL text; it shares no code with what the journal does. */
final class BareInsertSql {
    private static final String EVENTS = "INSERT INTO book_event (position, kind, event_key, request_hash, recorded_at,"
            + " business_date, value_date, payment_id, reference, narrative, body, hash) VALUES ";
    private static final String POSTINGS =
            "INSERT INTO book_posting (account_code, sequence, position, ordinal, recorded_at, business_date, value_date,"
                    + " amount, hold_change, posted_before, posted_after, held_before, held_after, hash) VALUES ";

    private Book book = Book.EMPTY;

    /** The statements of one commit: events, postings, and the head. */
    List<String> statements(List<JournalEntry> entries) {
        List<Command.Post> commands = entries.stream().map(Command.Post::of).toList();
        return switch (Decider.decide(book, commands, Instant.now())) {
            case CommandResult.Applied applied -> {
                book = applied.book().withoutRequests();
                yield List.of(
                        EVENTS
                                + applied.events().stream()
                                        .map(BareInsertSql::row)
                                        .collect(Collectors.joining(",")),
                        POSTINGS
                                + applied.postings().stream()
                                        .map(BareInsertSql::row)
                                        .collect(Collectors.joining(",")),
                        head());
            }
            case CommandResult.Rejected(var rejection) -> throw new IllegalStateException(rejection.toString());
        };
    }

    private String head() {
        return "UPDATE book_head SET position = " + book.position() + ", recorded_at = "
                + quoted(Hashing.utcText(book.recordedAt())) + ", business_date = " + quoted(book.businessDate())
                + ", hash = x'"
                + book.hash() + "'";
    }

    private static String row(EventRow event) {
        return "(" + event.position() + "," + quoted(event.kind()) + "," + quoted(event.key()) + ",x'"
                + event.requestHash() + "'," + quoted(Hashing.utcText(event.recordedAt())) + ","
                + quoted(event.businessDate())
                + "," + quoted(event.valueDate()) + "," + quoted(event.payment()) + "," + quoted(event.reference())
                + "," + quoted(event.narrative()) + "," + quoted(event.body()) + ",x'" + event.hash() + "')";
    }

    private static String row(PostingRow posting) {
        return "(" + quoted(posting.account().code()) + "," + posting.sequence() + "," + posting.position() + ","
                + posting.ordinal() + "," + quoted(Hashing.utcText(posting.recordedAt())) + ","
                + quoted(posting.businessDate())
                + ","
                + quoted(posting.valueDate()) + "," + posting.amount() + "," + posting.holdChange() + ","
                + posting.postedBefore()
                + "," + posting.postedAfter() + "," + posting.heldBefore() + "," + posting.heldAfter() + ",x'"
                + posting.hash()
                + "')";
    }

    /** Nothing that the benchmark writes contains a quote. */
    private static String quoted(@Nullable Object value) {
        return value == null ? "NULL" : "'" + value + "'";
    }
}
