package io.portolan.operations.rechecks;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.operations.Alert;
import io.portolan.domain.operations.Alerts;
import io.portolan.domain.operations.Recheck;
import io.portolan.domain.operations.Rechecks;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.saga.BankFacts;
import io.portolan.operations.dispatch.PaymentWaker;
import io.portolan.operations.returns.PayoutReturns;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks again about instructions that have ended, when it is due. What the bank says now and what is recorded either agree or become a break; a payment that goes on by it is
 * woken. One that gets no answer is asked about later, and keeps no other waiting.
 */
public final class Rechecker {
    private static final Logger LOG = LoggerFactory.getLogger(Rechecker.class);
    private static final int PAGE = 200;
    private static final int MOST_PAGES = 20;
    private static final int ALERT_AT = 3;

    /** A change of a payment that is older than this is committed. */
    private static final Duration LATEST_COMMIT = Duration.ofMinutes(5);

    private final Rechecks rechecks;
    private final Payments payments;
    private final BankFacts facts;
    private final Asking asking;
    private final Alerts alerts;
    private final Clock clock;

    /** How the other side is asked, and who hears of it. */
    public record Asking(InstructionInquiry inquiry, PayoutReturns returns, PaymentWaker waker) {}

    public Rechecker(Rechecks rechecks, Payments payments, Asking asking, Alerts alerts, Clock clock) {
        this.rechecks = rechecks;
        this.payments = payments;
        this.facts = new BankFacts(payments, clock);
        this.asking = asking;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** One round: adds what has ended since the last one, at most 4000 payments, and asks about at most 200 instructions that are due. */
    public void run() {
        addEnded();
        rechecks.listDue(clock.instant(), PAGE).forEach(this::recheckOrPostpone);
    }

    private void addEnded() {
        for (int page = 0; page < MOST_PAGES; page++) {
            if (rechecks.addEnded(clock.instant().minus(LATEST_COMMIT), PAGE) < PAGE) {
                return;
            }
        }
    }

    private void recheckOrPostpone(Recheck due) {
        try {
            boolean isAnswered = isAnswered(due.key());
            Optional<Recheck> next = isAnswered ? due.answered(clock.instant()) : postponed(due);
            next.ifPresentOrElse(following -> rechecks.replace(due, following), () -> rechecks.end(due));
        } catch (RuntimeException failed) {
            LOG.error("{} cannot be asked about; it is tried again later", due.key(), failed);
            postponeFailed(due);
        }
    }

    /** What fails even here is still due, and comes again in the next round. */
    private void postponeFailed(Recheck due) {
        try {
            postponed(due).ifPresentOrElse(following -> rechecks.replace(due, following), () -> rechecks.end(due));
        } catch (RuntimeException failed) {
            LOG.error("the next inquiry about {} cannot be recorded", due.key(), failed);
        }
    }

    private Optional<Recheck> postponed(Recheck due) {
        Optional<Recheck> later = due.failed(clock.instant());
        if (later.isEmpty()) {
            alert(due, "How %s ended could not be confirmed: it is asked about no more.");
        } else if (later.get().failures() == ALERT_AT) {
            alert(due, "How %s ended cannot be confirmed: nobody answers.");
        }
        return later;
    }

    private void alert(Recheck due, String detail) {
        alerts.raise(
                Alert.of(due.key().payment().value(), detail.formatted(due.key().value()), clock.instant()));
    }

    /** Asks and records. False if there is no answer, or the instruction is not decided yet, so that its workflow asks. */
    private boolean isAnswered(InstructionKey key) {
        Payment payment = payments.find(key.payment()).orElseThrow();
        Instruction instruction = payment.instruction(key);
        if (!instruction.isDecided()) {
            return false;
        }
        InquiryResult result = asking.inquiry().ask(payment, instruction);
        return switch (result) {
            case InquiryResult.Booked _, InquiryResult.Rejected _, InquiryResult.NotFound _ -> {
                record(key, result);
                yield true;
            }
            case InquiryResult.Pending _, InquiryResult.Unknown _ -> false;
        };
    }

    private void record(InstructionKey key, InquiryResult result) {
        PaymentChange change = facts.record(
                key.payment(), payment -> Transitions.recordInquiry(payment, key, result, clock.instant()));
        Payment payment = change.payment();
        if (!change.events().isEmpty() && !payment.stage().isTerminal()) {
            asking.waker().wake(payment.id());
        }
        Instruction instruction = payment.instruction(key);
        if (instruction.kind() == MovementKind.PAYOUT && instruction.isBooked()) {
            asking.returns().record(payment, instruction);
        }
    }
}
