package io.portolan.ledger.audit;

import io.portolan.domain.identity.PaymentId;
import io.portolan.ledger.audit.stored.StoredBook;
import io.portolan.ledger.audit.stored.StoredEvent;
import io.portolan.ledger.audit.stored.StoredFact;
import io.portolan.ledger.audit.stored.StoredHead;
import io.portolan.ledger.audit.stored.StoredLine;
import io.portolan.ledger.book.Account;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.book.Line;
import io.portolan.ledger.event.Event;
import io.portolan.ledger.event.EventKind;
import io.portolan.ledger.event.EventRow;
import io.portolan.ledger.event.Hashing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the engine's {@code apply} makes of events, sensible or not, as rows in memory: all hashes fit and all tables agree. */
final class AppliedBook implements StoredBook {
    private Book book = Book.EMPTY;
    private final List<StoredEvent> events = new ArrayList<>();
    private final List<StoredLine> lines = new ArrayList<>();
    private final List<StoredFact> facts = new ArrayList<>();

    Book book() {
        return book;
    }

    void apply(Event event) {
        if (event instanceof Event.DayClosed closed) {
            String date = closed.stamp().businessDate().toString();
            book.movedOn(closed.stamp().businessDate()).forEach(account -> facts.add(day(account, date)));
        }
        Book.Applied applied = book.apply(event);
        book = applied.book();
        events.add(stored(applied.row()));
        applied.lines().forEach(line -> {
            lines.add(stored(line));
            if (line.valueDate().isBefore(line.businessDate())) {
                facts.add(backValue(line));
            }
        });
    }

    void replaceLine(int index, StoredLine other) {
        lines.sort(Comparator.comparing(StoredLine::account).thenComparingLong(StoredLine::sequence));
        lines.set(index, other);
    }

    StoredLine line(int index) {
        lines.sort(Comparator.comparing(StoredLine::account).thenComparingLong(StoredLine::sequence));
        return lines.get(index);
    }

    @Override
    public StoredHead head() {
        String date = book.businessDate() == null ? null : book.businessDate().toString();
        return new StoredHead(book.position(), Hashing.text(book.at()), date, book.hash());
    }

    @Override
    public void forEachEvent(Consumer<StoredEvent> consumer) {
        events.forEach(consumer);
    }

    @Override
    public void forEachLine(Consumer<StoredLine> consumer) {
        lines.stream()
                .sorted(Comparator.comparing(StoredLine::account)
                        .thenComparing(StoredLine::recordedAt)
                        .thenComparingLong(StoredLine::sequence))
                .forEach(consumer);
    }

    @Override
    public void forEachLineOf(String account, Consumer<StoredLine> consumer) {
        forEachLine(line -> {
            if (line.account().equals(account)) {
                consumer.accept(line);
            }
        });
    }

    @Override
    public Optional<StoredLine> line(String account, long sequence) {
        return lines.stream()
                .filter(line -> line.account().equals(account) && line.sequence() == sequence)
                .findFirst();
    }

    @Override
    public void forEachFact(Consumer<StoredFact> consumer) {
        facts.forEach(consumer);
        book.accounts().values().forEach(account -> consumer.accept(asFact(account)));
        book.holds()
                .values()
                .forEach(hold -> consumer.accept(
                        new StoredFact.Hold(hold.key(), hold.account().code(), hold.amount(), null)));
        endedHolds().forEach(consumer);
    }

    private List<StoredFact> endedHolds() {
        List<StoredFact> ended = new ArrayList<>();
        for (StoredEvent end : events) {
            boolean mayEnd = end.kind().equals("POSTED") || end.kind().equals("RELEASED");
            events.stream()
                    .filter(held ->
                            mayEnd && held.kind().equals("HELD") && held.key().equals(end.reference()))
                    .map(held -> held.body().split(" ", -1))
                    .forEach(held -> ended.add(
                            new StoredFact.Hold(end.reference(), held[0], Long.parseLong(held[2]), end.position())));
        }
        return ended;
    }

    private static StoredFact asFact(Account account) {
        return new StoredFact.Account(
                account.id().code(),
                account.scale(),
                account.overdraftAllowed() ? 1 : 0,
                account.status().name());
    }

    private static StoredFact day(Account account, String date) {
        return new StoredFact.Day(
                account.id().code(), date, account.sequence(), account.posted(), account.held(), account.hash());
    }

    private static StoredFact backValue(Line line) {
        return new StoredFact.BackValue(
                line.account().code(),
                line.valueDate().toString(),
                Hashing.text(line.at()),
                line.sequence(),
                line.amount());
    }

    private static StoredEvent stored(EventRow row) {
        PaymentId payment = row.payment();
        EventKind kind = row.kind();
        return new StoredEvent(
                row.position(),
                kind.name(),
                row.key(),
                row.requestHash(),
                Hashing.text(row.at()),
                row.businessDate().toString(),
                row.valueDate().toString(),
                payment == null ? null : payment.value(),
                row.reference(),
                row.narrative(),
                row.body(),
                row.hash());
    }

    private static StoredLine stored(Line line) {
        return new StoredLine(
                line.account().code(),
                line.sequence(),
                line.position(),
                line.ordinal(),
                Hashing.text(line.at()),
                line.businessDate().toString(),
                line.valueDate().toString(),
                line.amount(),
                line.holdChange(),
                line.postedBefore(),
                line.postedAfter(),
                line.heldBefore(),
                line.heldAfter(),
                line.hash());
    }
}
