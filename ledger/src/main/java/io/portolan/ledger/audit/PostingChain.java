package io.portolan.ledger.audit;

import io.portolan.domain.ledger.AuditFinding;
import io.portolan.ledger.audit.stored.StoredPosting;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The stored lines, account by account: each by its own columns and the line before it, and the last one by what the events add up to. */
final class PostingChain {
    private final Map<String, ReplayedAccount> replayed;
    private final Sha256 sha = new Sha256();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, AuditFinding> differingAccounts = new LinkedHashMap<>();
    private String account = "";
    private @Nullable StoredPosting last;
    private @Nullable AuditFinding firstFinding;
    private long postings;

    PostingChain(Map<String, ReplayedAccount> folded) {
        this.replayed = folded;
    }

    void check(StoredPosting line) {
        postings++;
        if (!line.account().equals(account)) {
            endAccount();
            account = line.account();
            seen.add(account);
            last = null;
            firstFinding = null;
        }
        if (firstFinding == null) {
            firstFinding = findingOf(line, last);
        }
        last = line;
    }

    /** The accounts that differ, each with what is first wrong by its lines alone. */
    Map<String, AuditFinding> differingAccounts() {
        endAccount();
        replayed.forEach((code, fold) -> {
            if (fold.sequence > 0 && !seen.contains(code)) {
                differingAccounts.put(code, atEnd(code, fold, null));
            }
        });
        return differingAccounts;
    }

    long postings() {
        return postings;
    }

    private void endAccount() {
        StoredPosting end = last;
        if (end == null) {
            return;
        }
        ReplayedAccount fold = replayed.get(account);
        if (firstFinding == null && (fold == null || !endsAlike(fold, end))) {
            firstFinding = atEnd(account, fold, end);
        }
        if (firstFinding != null) {
            differingAccounts.put(account, firstFinding);
        }
    }

    private @Nullable AuditFinding findingOf(StoredPosting line, @Nullable StoredPosting before) {
        String itsHash = sha.of(line.hashedText(before == null ? Sha256.ZERO_HASH : before.hash()));
        if (!line.hash().equals(itsHash)) {
            return finding(line, "hash " + itsHash, line.hash());
        }
        long sequence = before == null ? 0 : before.sequence();
        if (line.sequence() != sequence + 1) {
            return finding(line, "sequence " + (sequence + 1), Long.toString(line.sequence()));
        }
        long posted = before == null ? 0 : before.postedAfter();
        long held = before == null ? 0 : before.heldAfter();
        if (line.postedBefore() != posted || line.heldBefore() != held) {
            return finding(line, "before it " + posted + ", held " + held, line.toString());
        }
        if (line.postedAfter() != posted + line.amount() || line.heldAfter() != held + line.holdChange()) {
            return finding(line, "sums that are right", line.toString());
        }
        return null;
    }

    private static AuditFinding finding(StoredPosting line, String expected, String stored) {
        return AuditFinding.on(
                line.account(), new AuditFinding.RowId.OfPosting(line.account(), line.sequence()), expected, stored);
    }

    private static boolean endsAlike(ReplayedAccount fold, StoredPosting end) {
        return fold.sequence == end.sequence()
                && fold.posted == end.postedAfter()
                && fold.held == end.heldAfter()
                && fold.hash.equals(end.hash());
    }

    private static AuditFinding atEnd(String account, @Nullable ReplayedAccount fold, @Nullable StoredPosting end) {
        String expected = fold == null
                ? "no line, as no event names the account"
                : describe(fold.sequence, fold.posted, fold.held, fold.hash);
        String stored = end == null ? "none" : describe(end.sequence(), end.postedAfter(), end.heldAfter(), end.hash());
        long sequence = end == null ? 1 : end.sequence();
        return AuditFinding.on(account, new AuditFinding.RowId.OfPosting(account, sequence), expected, stored);
    }

    private static String describe(long sequence, long posted, long held, String hash) {
        return "an end with sequence %d, posted %d, held %d, hash %s".formatted(sequence, posted, held, hash);
    }
}
