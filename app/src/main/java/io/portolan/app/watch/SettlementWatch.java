package io.portolan.app.watch;

import io.portolan.domain.identity.PaymentId;
import io.portolan.domain.payment.Funds;
import io.portolan.domain.payment.Instruction;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Payments;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Follows the funds of what banks have booked until they settle. It only asks, so it needs no workflow: a payment goes on when a bank has booked,
 * and is completed long before the last funds have moved.
 */
public final class SettlementWatch {
    private static final int PAGE = 200;

    private final Payments payments;
    private final BiConsumer<Payment, Instruction> inquiry;
    private String after = "";

    /** @param inquiry asks the other side about an instruction and records what it finds */
    public SettlementWatch(Payments payments, BiConsumer<Payment, Instruction> inquiry) {
        this.payments = payments;
        this.inquiry = inquiry;
    }

    /** The next page of payments whose funds are open; after the last page comes the first again, so none waits behind others for ever. */
    public void run() {
        List<PaymentId> page = payments.awaitingSettlement(after, PAGE);
        page.forEach(this::inquire);
        after = page.size() == PAGE ? page.getLast().value() : "";
    }

    private void inquire(PaymentId id) {
        Payment payment = payments.find(id).orElseThrow();
        payment.progress().instructions().stream()
                .filter(instruction -> instruction.isBooked() && instruction.funds() == Funds.UNSETTLED)
                .forEach(instruction -> inquiry.accept(payment, instruction));
    }
}
