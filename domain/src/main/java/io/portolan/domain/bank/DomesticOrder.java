package io.portolan.domain.bank;

import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.money.Money;
import io.portolan.domain.party.Party;
import java.time.Instant;

/** An instruction to our domestic bank. Everything in it is fixed before the first attempt, the key above all. */
public sealed interface DomesticOrder {
    InstructionKey key();

    Money amount();

    /** The merchant's order reference, shown to the buyer. */
    String reference();

    /** From this time on the order is not sent any more, by whatever process still holds it. */
    Instant sendUntil();

    /** The bank that is instructed. */
    default String bank() {
        return switch (this) {
            case Collection collection -> collection.into().bank();
            case Refund refund -> refund.from().bank();
            case TopUp topUp -> topUp.from().bank();
        };
    }

    /** Take money from the buyer into our account. */
    record Collection(
            InstructionKey key, Money amount, String reference, Party payer, NostroAccount into, Instant sendUntil)
            implements DomesticOrder {}

    /** Give money back to the buyer of an earlier collection. */
    record Refund(
            InstructionKey key,
            Money amount,
            String reference,
            Party payer,
            NostroAccount from,
            InstructionKey collection,
            Instant sendUntil)
            implements DomesticOrder {}

    /** Move our own money to our account at the dealer's bank. */
    record TopUp(
            InstructionKey key,
            Money amount,
            String reference,
            NostroAccount from,
            NostroAccount into,
            Instant sendUntil)
            implements DomesticOrder {}
}
