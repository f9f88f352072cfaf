package io.portolan.domain.bank;

import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.money.Money;
import io.portolan.domain.party.Party;

/** An instruction to pay a seller abroad from our account. The payee has a structured address. */
public record PayoutOrder(
        InstructionKey key, Money amount, String reference, Party payee, NostroAccount from, String purpose) {
    public PayoutOrder {
        if (payee.address() == null) {
            throw new IllegalArgumentException("a payout needs the payee's address");
        }
    }
}
