package io.portolan.domain.bank;

import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.money.Money;
import io.portolan.domain.party.Party;
import java.time.Instant;

/**
 * An instruction to pay from our account at a bank abroad: to a seller, or to our own account at another bank when a top-up goes back. The payee has a
 * structured address. From {@code sendUntil} on the order is not sent any more, by whatever process still holds it.
 */
public record PayoutOrder(
        InstructionKey key,
        Money amount,
        String reference,
        Party payee,
        NostroAccount from,
        String purpose,
        Instant sendUntil) {
    /** The purpose of a transfer between accounts of our own: ISO 20022's intra-company payment. */
    public static final String OWN_TRANSFER = "INTC";

    public PayoutOrder {
        if (payee.address() == null) {
            throw new IllegalArgumentException("a payout needs the payee's address");
        }
    }
}
