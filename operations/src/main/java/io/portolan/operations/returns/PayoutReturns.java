package io.portolan.operations.returns;

import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.saga.BankFacts;
import io.portolan.operations.dispatch.PaymentWaker;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records what the bank says came back of a payout, and wakes a payment that reopens by it. */
public final class PayoutReturns {
    private static final Logger LOG = LoggerFactory.getLogger(PayoutReturns.class);

    private final ReturnLookup lookup;
    private final BankFacts facts;
    private final PaymentWaker waker;
    private final Clock clock;

    public PayoutReturns(ReturnLookup lookup, Payments payments, PaymentWaker waker, Clock clock) {
        this.lookup = lookup;
        this.facts = new BankFacts(payments, clock);
        this.waker = waker;
        this.clock = clock;
    }

    /**
     * Asks the bank for the returns of a decided payout and records each. The same one again changes nothing; a second one, and one that is too high, becomes a break.
     *
     * @return all that the bank tells of
     */
    public List<PayoutReturn> record(Payment payment, Instruction payout) {
        List<PayoutReturn> returns = lookup.find(payment, payout);
        long recorded =
                returns.stream().filter(back -> record(payout.key(), back)).count();
        if (recorded > 0) {
            waker.wake(payment.id());
        }
        return returns;
    }

    private boolean record(InstructionKey payout, PayoutReturn back) {
        PaymentChange change = facts.record(
                payout.payment(), payment -> Transitions.recordReturn(payment, payout, back, clock.instant()));
        boolean isRecorded = !change.events().isEmpty();
        if (isRecorded) {
            LOG.info("{} came back of {}, as {}; its payment is reopened", back.amount(), payout, back.reference());
        }
        return isRecorded;
    }
}
