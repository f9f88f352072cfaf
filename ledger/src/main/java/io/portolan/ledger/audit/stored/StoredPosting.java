package io.portolan.ledger.audit.stored;

import java.util.LinkedHashMap;
import java.util.Map;

/** A row of {@code book_posting}: dates and times as SQL writes them, hashes in lower-case hexadecimal. */
public record StoredPosting(
        String account,
        long sequence,
        long position,
        long ordinal,
        String recordedAt,
        String businessDate,
        String valueDate,
        long amount,
        long holdChange,
        long postedBefore,
        long postedAfter,
        long heldBefore,
        long heldAfter,
        String hash) {
    private static final int USUAL_LENGTH = 256;

    /** The text whose SHA-256 is the row's hash, if it follows a row of the account with this one. */
    public String hashedText(String previousHash) {
        StringBuilder text =
                new StringBuilder(USUAL_LENGTH).append(previousHash).append('|').append(account);
        text.append('|')
                .append(sequence)
                .append('|')
                .append(position)
                .append('|')
                .append(ordinal);
        text.append('|')
                .append(recordedAt)
                .append('|')
                .append(businessDate)
                .append('|')
                .append(valueDate);
        text.append('|').append(amount).append('|').append(holdChange);
        text.append('|').append(postedBefore).append('|').append(postedAfter);
        return text.append('|').append(heldBefore).append('|').append(heldAfter).toString();
    }

    /** Its columns beside the primary key's account, by their names. */
    public Map<String, Object> columns() {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("sequence", sequence);
        columns.put("position", position);
        columns.put("ordinal", ordinal);
        columns.put("recorded_at", recordedAt);
        columns.put("business_date", businessDate);
        columns.put("value_date", valueDate);
        columns.put("amount", amount);
        columns.put("hold_change", holdChange);
        columns.put("posted_before", postedBefore);
        columns.put("posted_after", postedAfter);
        columns.put("held_before", heldBefore);
        columns.put("held_after", heldAfter);
        columns.put("hash", hash);
        return columns;
    }

    /** This posting with its hash. */
    public StoredPosting withHash(String ownHash) {
        return new StoredPosting(
                account,
                sequence,
                position,
                ordinal,
                recordedAt,
                businessDate,
                valueDate,
                amount,
                holdChange,
                postedBefore,
                postedAfter,
                heldBefore,
                heldAfter,
                ownHash);
    }
}
