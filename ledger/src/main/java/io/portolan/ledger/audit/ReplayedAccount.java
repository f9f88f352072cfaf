package io.portolan.ledger.audit;

import io.portolan.ledger.audit.stored.DerivedRow;
import io.portolan.ledger.audit.stored.StoredEvent;
import io.portolan.ledger.audit.stored.StoredPosting;

/** An account as the fold has it so far, in minor units: it changes with each event. */
final class ReplayedAccount {
    final String code;
    String status = "OPEN";
    private long scale;
    private long overdraftAllowed;
    private boolean isOpened;
    long sequence;
    long posted;
    long held;
    String hash = Sha256.ZERO_HASH;

    ReplayedAccount(String code) {
        this.code = code;
    }

    void open(long itsScale, boolean overdraft) {
        scale = itsScale;
        overdraftAllowed = overdraft ? 1 : 0;
        isOpened = true;
    }

    boolean isOpened() {
        return isOpened;
    }

    boolean isOpenedAs(String terms) {
        return terms.equals(terms());
    }

    /** As an event about the account says them. */
    String terms() {
        return code + " " + scale + " " + (overdraftAllowed == 1 ? "overdraft" : "no-overdraft");
    }

    /** Moves, and gives the line that must be stored for it. Sums that do not fit wrap around: the caller has looked. */
    StoredPosting post(StoredEvent event, ParsedPosting move, int ordinal, Sha256 sha) {
        StoredPosting line = new StoredPosting(
                code,
                sequence + 1,
                event.position(),
                ordinal,
                event.recordedAt(),
                event.businessDate(),
                event.valueDate(),
                move.amount(),
                move.holdChange(),
                posted,
                posted + move.amount(),
                held,
                held + move.holdChange(),
                "");
        hash = sha.of(line.hashedText(hash));
        sequence = line.sequence();
        posted = line.postedAfter();
        held = line.heldAfter();
        return line.withHash(hash);
    }

    boolean fits(ParsedPosting move) {
        long postedAfter = posted + move.amount();
        long heldAfter = held + move.holdChange();
        boolean wraps = ((posted ^ postedAfter) & (move.amount() ^ postedAfter)) < 0
                || ((held ^ heldAfter) & (move.holdChange() ^ heldAfter)) < 0;
        return !wraps && heldAfter >= 0;
    }

    DerivedRow asAccountRow() {
        return new DerivedRow.Account(code, scale, overdraftAllowed, status);
    }

    DerivedRow asDayRow(String date) {
        return new DerivedRow.Day(code, date, sequence, posted, held, hash);
    }
}
