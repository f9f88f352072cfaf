package io.portolan.operations.callbacks;

import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.plan.Terms;

/** Who carries out an instruction, and so is the only one to be believed about it. */
final class Counterparty {
    private Counterparty() {}

    /** The id of the dealer of a trade, of anything else that of the bank whose account it is about. */
    static String of(Payment payment, InstructionKey key) {
        Terms terms = payment.movementOf(key).terms();
        return terms instanceof Terms.Trade trade
                ? trade.dealer()
                : terms.account().bank();
    }
}
