package io.portolan.operations.settlement;

import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.instruction.SettlementStatus;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Payments;
import java.util.List;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks what banks have booked until it settles. It only asks, so it needs no workflow: a payment goes on when a bank has booked, and is
 * completed long before the last funds have moved.
 */
public final class SettlementPoller {
    private static final Logger LOG = LoggerFactory.getLogger(SettlementPoller.class);
    private static final int PAGE = 200;

    private final Payments payments;
    private final BiConsumer<Payment, Instruction> settlementCheck;
    private String after = "";

    /** @param settlementCheck asks the other side about an instruction and records the answer */
    public SettlementPoller(Payments payments, BiConsumer<Payment, Instruction> settlementCheck) {
        this.payments = payments;
        this.settlementCheck = settlementCheck;
    }

    /** One page of payments with unsettled instructions; the first page follows the last, so none waits behind others for ever. */
    public void run() {
        List<PaymentId> page = payments.listAwaitingSettlement(after, PAGE);
        page.forEach(this::checkOrSkip);
        after = page.size() == PAGE ? page.getLast().value() : "";
    }

    /** A payment that cannot be read does not keep the payments behind it waiting. */
    private void checkOrSkip(PaymentId id) {
        try {
            checkSettlement(id);
        } catch (RuntimeException failed) {
            LOG.error("{} cannot be checked for settlements; it is tried again in a later round", id, failed);
        }
    }

    private void checkSettlement(PaymentId id) {
        Payment payment = payments.find(id).orElseThrow();
        payment.state().instructions().stream()
                .filter(instruction -> instruction.isBooked() && instruction.settlement() == SettlementStatus.UNSETTLED)
                .forEach(instruction -> checkOrSkip(payment, instruction));
    }

    /** An instruction that cannot be checked, such as one of a bank that is configured no more, does not keep those behind it waiting. */
    private void checkOrSkip(Payment payment, Instruction instruction) {
        try {
            settlementCheck.accept(payment, instruction);
        } catch (RuntimeException failed) {
            LOG.error(
                    "the settlement of {} cannot be checked; it is tried again in a later round",
                    instruction.key(),
                    failed);
        }
    }
}
