package io.portolan.ledger.audit;

import io.portolan.domain.ledger.AuditFinding;
import io.portolan.ledger.audit.replay.ReplayedAccount;
import io.portolan.ledger.audit.replay.Sha256;
import io.portolan.ledger.audit.stored.StoredPosting;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The stored postings, account by account: each by its own columns and the posting before it, and the last one by what the events add up to. */
final class PostingChain {
    private final Map<String, ReplayedAccount> replayed;
    private final Sha256 sha = new Sha256();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, AuditFinding> differingAccounts = new LinkedHashMap<>();
    private String account = "";
    private @Nullable StoredPosting last;
    private @Nullable AuditFinding firstFinding;
    private long postings;

    PostingChain(Map<String, ReplayedAccount> replayed) {
        this.replayed = replayed;
    }

    void check(StoredPosting posting) {
        postings++;
        if (!posting.account().equals(account)) {
            endAccount();
            account = posting.account();
            seen.add(account);
            last = null;
            firstFinding = null;
        }
        if (firstFinding == null) {
            firstFinding = findingOf(posting, last);
        }
        last = posting;
    }

    /** The accounts that differ, each with the first finding about its postings. */
    Map<String, AuditFinding> differingAccounts() {
        endAccount();
        replayed.forEach((code, account) -> {
            if (account.hasPostings() && !seen.contains(code)) {
                differingAccounts.put(code, atEnd(code, account, null));
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
        ReplayedAccount replay = replayed.get(account);
        if (firstFinding == null && (replay == null || !replay.endsWith(end))) {
            firstFinding = atEnd(account, replay, end);
        }
        if (firstFinding != null) {
            differingAccounts.put(account, firstFinding);
        }
    }

    private @Nullable AuditFinding findingOf(StoredPosting posting, @Nullable StoredPosting before) {
        String itsHash = sha.of(posting.hashedText(before == null ? Sha256.ZERO_HASH : before.hash()));
        if (!posting.hash().equals(itsHash)) {
            return finding(posting, "hash " + itsHash, posting.hash());
        }
        long sequence = before == null ? 0 : before.sequence();
        if (posting.sequence() != sequence + 1) {
            return finding(posting, "sequence " + (sequence + 1), Long.toString(posting.sequence()));
        }
        long posted = before == null ? 0 : before.postedAfter();
        long held = before == null ? 0 : before.heldAfter();
        if (posting.postedBefore() != posted || posting.heldBefore() != held) {
            return finding(posting, "balance before: posted " + posted + ", held " + held, posting.toString());
        }
        if (posting.postedAfter() != posted + posting.amount() || posting.heldAfter() != held + posting.holdChange()) {
            return finding(posting, "balances after that add up", posting.toString());
        }
        return null;
    }

    private static AuditFinding finding(StoredPosting posting, String expected, String stored) {
        return AuditFinding.on(
                posting.account(),
                new AuditFinding.RowId.OfPosting(posting.account(), posting.sequence()),
                expected,
                stored);
    }

    private static AuditFinding atEnd(String account, @Nullable ReplayedAccount replay, @Nullable StoredPosting end) {
        String expected = replay == null ? "no posting, because no event names the account" : replay.describeEnd();
        String stored = end == null ? "none" : ReplayedAccount.describeEnd(end);
        long sequence = end == null ? 1 : end.sequence();
        return AuditFinding.on(account, new AuditFinding.RowId.OfPosting(account, sequence), expected, stored);
    }
}
