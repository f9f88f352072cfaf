package io.portolan.ledger.book;

import io.portolan.domain.ledger.AccountId;
import io.portolan.ledger.event.Event;
import io.portolan.ledger.event.EventPosting;
import io.portolan.ledger.event.Hashing;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A posting as it is stored: what an event did to an account, between the balances before and after, chained to the posting before by its hash.
 *
 * <p>Amounts are minor units of the account's currency; debits are positive. The last row up to an instant is the account's state at that instant.
 *
 * @param sequence its number within the account, from 1, no gap
 * @param position the event's position in the book
 * @param ordinal its place among the event's postings, from 1
 * @param businessDate the date on which it was recorded
 * @param valueDate the date for which it counts: an older one for a correction
 */
public record PostingRow(
        AccountId account,
        long sequence,
        long position,
        int ordinal,
        Instant recordedAt,
        LocalDate businessDate,
        LocalDate valueDate,
        long amount,
        long holdChange,
        long postedBefore,
        long postedAfter,
        long heldBefore,
        long heldAfter,
        String hash) {

    /** Cannot fail: whether the sums fit was decided before there was an event. */
    static PostingRow of(Account before, Event.BalancesChanged event, EventPosting posting, int ordinal) {
        PostingRow unhashed = new PostingRow(
                before.id(),
                before.sequence() + 1,
                event.header().position(),
                ordinal,
                event.header().recordedAt(),
                event.header().businessDate(),
                event.valueDate(),
                posting.amount(),
                posting.holdChange(),
                before.posted(),
                before.posted() + posting.amount(),
                before.held(),
                before.held() + posting.holdChange(),
                "");
        return unhashed.withHash(Hashing.sha256(unhashed.hashedText(before.hash())));
    }

    private String hashedText(String previousHash) {
        return previousHash
                + '|'
                + account.code()
                + '|'
                + sequence
                + '|'
                + position
                + '|'
                + ordinal
                + '|'
                + Hashing.utcText(recordedAt)
                + '|'
                + businessDate
                + '|'
                + valueDate
                + '|'
                + amount
                + '|'
                + holdChange
                + '|'
                + postedBefore
                + '|'
                + postedAfter
                + '|'
                + heldBefore
                + '|'
                + heldAfter;
    }

    private PostingRow withHash(String ownHash) {
        return new PostingRow(
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
