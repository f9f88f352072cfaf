package io.portolan.activities.leg;

import io.portolan.domain.bank.Banks;
import io.portolan.domain.bank.DomesticOrder;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.Submission;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.payment.Payment;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The other side of one step: how an order is made of an instruction, sent, and inquired about.
 *
 * @param order makes the order; the same payment and instruction always give the same one, since the bank rejects a key with other content
 */
public record OrderChannel<O>(
        BiFunction<Payment, Instruction, O> order,
        Function<O, Submission> instruct,
        Function<O, InquiryResult> inquire) {

    /** The domestic bank that the order itself names. */
    public static OrderChannel<DomesticOrder> of(BiFunction<Payment, Instruction, DomesticOrder> order, Banks banks) {
        return new OrderChannel<>(
                order,
                made -> banks.collectionBank(made.bank()).instruct(made),
                made -> banks.collectionBank(made.bank()).inquire(made));
    }
}
