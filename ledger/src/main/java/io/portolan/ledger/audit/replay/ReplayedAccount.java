package io.portolan.ledger.audit.replay;

import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.ledger.audit.stored.DerivedRow;
import io.portolan.ledger.audit.stored.StoredEvent;
import io.portolan.ledger.audit.stored.StoredPosting;

/** An account as replayed so far, in minor units: it changes with each event. */
public final class ReplayedAccount {
    final String code;
    private final AccountKind kind;
    String status = "OPEN";
    private long scale;
    private long overdraftAllowed;
    private boolean isOpened;
    long sequence;
    long posted;
    long held;
    String hash = Sha256.ZERO_HASH;

    ReplayedAccount(AccountId id) {
        this.code = id.code();
        this.kind = id.kind();
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

    /** Code, scale and limit as an event about the account writes them. */
    String terms() {
        return code + " " + scale + " " + (overdraftAllowed == 1 ? "overdraft" : "no-overdraft");
    }

    /** Applies the posting, and returns the row that must be stored for it. Balances that do not fit wrap around: the caller has checked. */
    StoredPosting post(StoredEvent event, ParsedPosting posting, int ordinal, Sha256 sha) {
        StoredPosting row = new StoredPosting(
                code,
                sequence + 1,
                event.position(),
                ordinal,
                event.recordedAt(),
                event.businessDate(),
                event.valueDate(),
                posting.amount(),
                posting.holdChange(),
                posted,
                posted + posting.amount(),
                held,
                held + posting.holdChange(),
                "");
        hash = sha.of(row.hashedText(hash));
        sequence = row.sequence();
        posted = row.postedAfter();
        held = row.heldAfter();
        return row.withHash(hash);
    }

    boolean fits(ParsedPosting posting) {
        long postedAfter = posted + posting.amount();
        long heldAfter = held + posting.holdChange();
        boolean wraps = ((posted ^ postedAfter) & (posting.amount() ^ postedAfter)) < 0
                || ((held ^ heldAfter) & (posting.holdChange() ^ heldAfter)) < 0;
        return !wraps && heldAfter >= 0;
    }

    boolean holdsCustomerMoney() {
        return kind.holdsCustomerMoney();
    }

    /** Whether a balance on it may be this one: not on the side that is not its normal one, unless it may be overdrawn. */
    boolean mayStandAt(long balance) {
        boolean isOnNormalSide = kind.normalSide() == AccountKind.Side.DEBIT ? balance >= 0 : balance <= 0;
        return overdraftAllowed == 1 || isOnNormalSide;
    }

    /** Whether any event posts to it. */
    public boolean hasPostings() {
        return sequence > 0;
    }

    /** Whether a stored posting is what the account's last one must be. */
    public boolean endsWith(StoredPosting last) {
        return sequence == last.sequence()
                && posted == last.postedAfter()
                && held == last.heldAfter()
                && hash.equals(last.hash());
    }

    /** What the account's last posting must be. */
    public String describeEnd() {
        return describe(sequence, posted, held, hash);
    }

    /** A posting that is stored as an account's last one, in the same words. */
    public static String describeEnd(StoredPosting last) {
        return describe(last.sequence(), last.postedAfter(), last.heldAfter(), last.hash());
    }

    private static String describe(long sequence, long posted, long held, String hash) {
        return "last posting with sequence %d, posted %d, held %d, hash %s".formatted(sequence, posted, held, hash);
    }

    DerivedRow asAccountRow() {
        return new DerivedRow.Account(code, scale, overdraftAllowed, status);
    }

    DerivedRow asDayRow(String date) {
        return new DerivedRow.DayBalance(code, date, sequence, posted, held, hash);
    }
}
