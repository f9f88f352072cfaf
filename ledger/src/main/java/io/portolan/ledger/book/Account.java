package io.portolan.ledger.book;

import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind.Side;
import io.portolan.domain.ledger.AccountStatus;
import io.portolan.ledger.event.EventPosting;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account at one moment, in minor units of its currency.
 *
 * @param scale the decimals of its amounts, as they were when it was opened
 * @param sequence how many postings it has
 * @param posted its balance: debits are positive
 * @param held what of it is set aside by holds: never negative
 * @param lastChangeDate the business date of its last posting; null without postings
 * @param hash the hash of its last posting
 */
public record Account(
        AccountId id,
        int scale,
        boolean overdraftAllowed,
        AccountStatus status,
        long sequence,
        long posted,
        long held,
        @Nullable LocalDate lastChangeDate,
        String hash) {
    /** What may still leave it: its balance on the normal side, without what is held. */
    public long available() {
        return (id.kind().normalSide() == Side.DEBIT ? posted : -posted) - held;
    }

    /** The balances of this account after a posting that has no row yet; empty if a balance or what is available would not fit in 64 bits. */
    public Optional<Account> plus(EventPosting posting) {
        BigInteger postedAfter = BigInteger.valueOf(posted).add(BigInteger.valueOf(posting.amount()));
        BigInteger heldAfter = BigInteger.valueOf(held).add(BigInteger.valueOf(posting.holdChange()));
        boolean fits = postedAfter.abs().add(heldAfter).bitLength() < Long.SIZE;
        return fits
                ? Optional.of(new Account(
                        id,
                        scale,
                        overdraftAllowed,
                        status,
                        sequence,
                        postedAfter.longValueExact(),
                        heldAfter.longValueExact(),
                        lastChangeDate,
                        hash))
                : Optional.empty();
    }

    Account with(AccountStatus other) {
        return new Account(id, scale, overdraftAllowed, other, sequence, posted, held, lastChangeDate, hash);
    }

    Account after(PostingRow posting) {
        return new Account(
                id,
                scale,
                overdraftAllowed,
                status,
                posting.sequence(),
                posting.postedAfter(),
                posting.heldAfter(),
                posting.businessDate(),
                posting.hash());
    }
}
