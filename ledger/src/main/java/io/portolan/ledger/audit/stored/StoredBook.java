package io.portolan.ledger.audit.stored;

import java.util.Optional;
import java.util.function.Consumer;

/** All rows of a book as they were at one moment. Each method may be called more than once, and calls the consumer from one thread at a time. */
public interface StoredBook {
    StoredHead head();

    /** Events by position. */
    void forEachEvent(Consumer<StoredEvent> consumer);

    /** Postings in the order of the primary key: account, time and sequence. */
    void forEachPosting(Consumer<StoredPosting> consumer);

    /** One account's postings, in the same order. */
    void forEachPostingOf(String account, Consumer<StoredPosting> consumer);

    /** An account's posting with this sequence number. */
    Optional<StoredPosting> posting(String account, long sequence);

    /** The rows derived from events, in any order. */
    void forEachDerivedRow(Consumer<DerivedRow> consumer);
}
