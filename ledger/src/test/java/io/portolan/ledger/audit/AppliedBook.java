package io.portolan.ledger.audit;

import io.portolan.domain.ids.PaymentId;
import io.portolan.ledger.audit.stored.DerivedRow;
import io.portolan.ledger.audit.stored.StoredBook;
import io.portolan.ledger.audit.stored.StoredEvent;
import io.portolan.ledger.audit.stored.StoredHead;
import io.portolan.ledger.audit.stored.StoredPosting;
import io.portolan.ledger.book.Account;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.book.PaymentBalance;
import io.portolan.ledger.book.PostingRow;
import io.portolan.ledger.event.Event;
import io.portolan.ledger.event.EventKind;
import io.portolan.ledger.event.EventRow;
import io.portolan.ledger.event.Hashing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The rows, in memory, that the engine's {@code apply} makes of events, valid or not: all hashes fit and all tables agree. */
final class AppliedBook implements StoredBook {
    private Book book = Book.EMPTY;
    private final List<StoredEvent> events = new ArrayList<>();
    private final List<StoredPosting> postings = new ArrayList<>();
    private final List<DerivedRow> derivedRows = new ArrayList<>();

    Book book() {
        return book;
    }

    void apply(Event event) {
        if (event instanceof Event.DayClosed closed) {
            String date = closed.header().businessDate().toString();
            book.accountsChangedOn(closed.header().businessDate())
                    .forEach(account -> derivedRows.add(day(account, date)));
        }
        Book.AppliedEvent applied = book.apply(event);
        book = applied.book();
        events.add(stored(applied.row()));
        applied.postings().forEach(posting -> {
            postings.add(stored(posting));
            if (posting.valueDate().isBefore(posting.businessDate())) {
                derivedRows.add(correction(posting));
            }
        });
    }

    void replacePosting(int index, StoredPosting other) {
        postings.sort(Comparator.comparing(StoredPosting::account).thenComparingLong(StoredPosting::sequence));
        postings.set(index, other);
    }

    void addDerivedRow(DerivedRow row) {
        derivedRows.add(row);
    }

    StoredPosting posting(int index) {
        postings.sort(Comparator.comparing(StoredPosting::account).thenComparingLong(StoredPosting::sequence));
        return postings.get(index);
    }

    @Override
    public StoredHead head() {
        String date = book.businessDate() == null ? null : book.businessDate().toString();
        return new StoredHead(book.position(), Hashing.utcText(book.recordedAt()), date, book.hash());
    }

    @Override
    public void forEachEvent(Consumer<StoredEvent> consumer) {
        events.forEach(consumer);
    }

    @Override
    public void forEachPosting(Consumer<StoredPosting> consumer) {
        postings.stream()
                .sorted(Comparator.comparing(StoredPosting::account)
                        .thenComparing(StoredPosting::recordedAt)
                        .thenComparingLong(StoredPosting::sequence))
                .forEach(consumer);
    }

    @Override
    public void forEachPostingOf(String account, Consumer<StoredPosting> consumer) {
        forEachPosting(posting -> {
            if (posting.account().equals(account)) {
                consumer.accept(posting);
            }
        });
    }

    @Override
    public Optional<StoredPosting> posting(String account, long sequence) {
        return postings.stream()
                .filter(posting -> posting.account().equals(account) && posting.sequence() == sequence)
                .findFirst();
    }

    @Override
    public void forEachDerivedRow(Consumer<DerivedRow> consumer) {
        derivedRows.forEach(consumer);
        book.accounts().values().forEach(account -> consumer.accept(asDerivedRow(account)));
        book.holds()
                .values()
                .forEach(hold -> consumer.accept(
                        new DerivedRow.Hold(hold.key(), hold.account().code(), hold.amount(), null)));
        endedHolds().forEach(consumer);
        book.withoutEmptyPaymentBalances()
                .paymentBalances()
                .values()
                .forEach(balance -> consumer.accept(asDerivedRow(balance)));
    }

    private List<DerivedRow> endedHolds() {
        List<DerivedRow> ended = new ArrayList<>();
        for (StoredEvent end : events) {
            boolean mayEnd = end.kind().equals("POSTED") || end.kind().equals("RELEASED");
            events.stream()
                    .filter(held ->
                            mayEnd && held.kind().equals("HELD") && held.key().equals(end.reference()))
                    .map(held -> held.body().split(" ", -1))
                    .forEach(held -> ended.add(
                            new DerivedRow.Hold(end.reference(), held[0], Long.parseLong(held[2]), end.position())));
        }
        return ended;
    }

    private static DerivedRow asDerivedRow(Account account) {
        return new DerivedRow.Account(
                account.id().code(),
                account.scale(),
                account.overdraftAllowed() ? 1 : 0,
                account.status().name());
    }

    private static DerivedRow asDerivedRow(PaymentBalance balance) {
        return new DerivedRow.PaymentBalance(
                balance.key().account().code(), balance.key().paymentText(), balance.balance());
    }

    private static DerivedRow day(Account account, String date) {
        return new DerivedRow.DayBalance(
                account.id().code(), date, account.sequence(), account.posted(), account.held(), account.hash());
    }

    private static DerivedRow correction(PostingRow posting) {
        return new DerivedRow.Correction(
                posting.account().code(),
                posting.valueDate().toString(),
                Hashing.utcText(posting.recordedAt()),
                posting.sequence(),
                posting.amount());
    }

    private static StoredEvent stored(EventRow row) {
        PaymentId payment = row.payment();
        EventKind kind = row.kind();
        return new StoredEvent(
                row.position(),
                kind.name(),
                row.key(),
                row.requestHash(),
                Hashing.utcText(row.recordedAt()),
                row.businessDate().toString(),
                row.valueDate().toString(),
                payment == null ? null : payment.value(),
                row.reference(),
                row.narrative(),
                row.body(),
                row.hash());
    }

    private static StoredPosting stored(PostingRow posting) {
        return new StoredPosting(
                posting.account().code(),
                posting.sequence(),
                posting.position(),
                posting.ordinal(),
                Hashing.utcText(posting.recordedAt()),
                posting.businessDate().toString(),
                posting.valueDate().toString(),
                posting.amount(),
                posting.holdChange(),
                posting.postedBefore(),
                posting.postedAfter(),
                posting.heldBefore(),
                posting.heldAfter(),
                posting.hash());
    }
}
