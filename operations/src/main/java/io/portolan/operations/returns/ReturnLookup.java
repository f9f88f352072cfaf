package io.portolan.operations.returns;

import io.portolan.domain.bank.PayoutBank;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.payment.Payment;
import java.util.List;

/** Asks the bank of a payout for all its returns, as {@link PayoutBank#findReturns} does. */
@FunctionalInterface
public interface ReturnLookup {
    List<PayoutReturn> find(Payment payment, Instruction payout);
}
