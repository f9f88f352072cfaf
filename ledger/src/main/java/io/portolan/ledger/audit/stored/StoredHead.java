package io.portolan.ledger.audit.stored;

import org.jspecify.annotations.Nullable;

/** The row of {@code book_head}: where the book says that it ends. */
public record StoredHead(
        long position, String recordedAt, @Nullable String businessDate, String hash) {}
