package io.portolan.activities.leg;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.Submission;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.payment.Payment;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The other side of one step: how an instruction of a payment is written, sent and asked after.
 *
 * @param order writes the instruction; the same payment and instruction always give the same order, since the bank refuses a key with other content
 */
public record Counterparty<O>(
        BiFunction<Payment, Instruction, O> order,
        Function<O, Submission> instruct,
        Function<O, InquiryResult> inquire) {}
