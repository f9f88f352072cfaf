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
 * @param sequence how many lines it has
 * @param posted its balance: debits are positive
 * @param held what of it is set aside: never negative
 * @param movedOn the business date of its last line; null without lines
 * @param hash the hash of its last line
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

    /** This account after a movement, before it has a line; empty if a balance or what is available would not fit in 64 bits. */
    public Optional<Account> plus(EventPosting movement) {
        BigInteger postedAfter = BigInteger.valueOf(posted).add(BigInteger.valueOf(movement.amount()));
        BigInteger heldAfter = BigInteger.valueOf(held).add(BigInteger.valueOf(movement.holdChange()));
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

    Account after(PostingRow line) {
        return new Account(
                id,
                scale,
                overdraftAllowed,
                status,
                line.sequence(),
                line.postedAfter(),
                line.heldAfter(),
                line.businessDate(),
                line.hash());
    }
}
