package io.portolan.operations.rechecks;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.payment.Payment;

/** Asks the bank or dealer of an instruction what has become of it, and records nothing. */
@FunctionalInterface
public interface InstructionInquiry {
    InquiryResult ask(Payment payment, Instruction instruction);
}
