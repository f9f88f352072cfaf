package io.portolan.ledger.audit.stored;

import org.jspecify.annotations.Nullable;

/** A row of {@code book_event}: dates and times as SQL writes them, hashes in lower-case hexadecimal. */
public record StoredEvent(
        long position,
        String kind,
        String key,
        String requestHash,
        String recordedAt,
        String businessDate,
        String valueDate,
        @Nullable String payment,
        @Nullable String reference,
        String narrative,
        String body,
        String hash) {
    private static final int USUAL_LENGTH = 512;

    /** The text whose SHA-256 is the row's hash, if it follows a row with this one. */
    public String hashedText(String previousHash) {
        StringBuilder text = new StringBuilder(USUAL_LENGTH);
        text.append(previousHash).append('\n').append(position).append('\n').append(kind);
        text.append('\n')
                .append(key)
                .append('\n')
                .append(requestHash)
                .append('\n')
                .append(recordedAt);
        text.append('\n').append(businessDate).append('\n').append(valueDate).append('\n');
        text.append(payment == null ? "" : payment).append('\n');
        text.append(reference == null ? "" : reference).append('\n');
        return text.append(narrative).append('\n').append(body).toString();
    }
}
