package io.portolan.ledger.audit.stored;

import java.util.Optional;
import java.util.function.Consumer;

/** All rows of a book as they stood at one moment. Each method may be called more than once, and calls the consumer from one thread at a time. */
public interface StoredBook {
    StoredHead head();

    /** Events by position. */
    void forEachEvent(Consumer<StoredEvent> consumer);

    /** Lines in the order of the primary key: account, time and sequence. */
    void forEachLine(Consumer<StoredLine> consumer);

    /** One account's lines, in the same order. */
    void forEachLineOf(String account, Consumer<StoredLine> consumer);

    /** An account's line with this sequence number. */
    Optional<StoredLine> line(String account, long sequence);

    /** What repeats the events, in any order. */
    void forEachFact(Consumer<StoredFact> consumer);
}
