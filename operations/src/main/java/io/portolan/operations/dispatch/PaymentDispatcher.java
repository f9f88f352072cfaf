package io.portolan.operations.dispatch;

import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.payment.Payments;
import io.portolan.workflows.payment.PaymentWorkflows;
import io.portolan.workflows.payment.PaymentWorkflows.WorkflowServiceUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the workflow of every open payment, once in the life of this process: of those that Temporal never got, because it was down at the intake, and of those that it lost.
 * The database is the queue, so starting what runs already is harmless. What stops later is the watchdog's.
 *
 * <p>Ids sort by time, so new payments are behind those that were seen; but an id is older than its commit. So what is at most {@link #LATEST_COMMIT} old is looked through again.
 */
public final class PaymentDispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentDispatcher.class);
    private static final int PAGE = 200;
    private static final int MOST_STARTS = 2_000;
    private static final Duration LATEST_COMMIT = Duration.ofMinutes(2);

    private final Payments payments;
    private final PaymentWorkflows workflows;
    private final Clock clock;
    private final Deque<Seen> seen = new ArrayDeque<>();
    private final Set<PaymentId> started = new HashSet<>();
    private String after = "";

    /** The last payment that was there at some time. */
    private record Seen(String last, Instant at) {}

    public PaymentDispatcher(Payments payments, PaymentWorkflows workflows, Clock clock) {
        this.payments = payments;
        this.workflows = workflows;
        this.clock = clock;
    }

    /** One round over the open payments that were not started yet, oldest first, at most 2000 starts; it ends early while Temporal does not answer. */
    public void run() {
        forgetWhatIsOld();
        Instant now = clock.instant();
        String last = after;
        int starts = 0;
        List<PaymentId> page;
        do {
            page = payments.listOpen(last, PAGE);
            for (PaymentId payment : page) {
                if (!started.contains(payment) && !start(payment)) {
                    return;
                }
                starts += started.add(payment) ? 1 : 0;
                last = payment.value();
            }
        } while (page.size() == PAGE && starts < MOST_STARTS);
        if (!last.equals(after)) {
            seen.add(new Seen(last, now));
        }
    }

    /** False while Temporal does not answer. A payment that cannot be started for another reason keeps none behind it waiting. */
    private boolean start(PaymentId payment) {
        try {
            workflows.start(payment);
        } catch (WorkflowServiceUnavailable unavailable) {
            LOG.warn(
                    "{}; open payments wait in the database and are started in the next round",
                    unavailable.getMessage());
            return false;
        } catch (RuntimeException failed) {
            LOG.error("{} cannot be started; it is tried again when it is overdue", payment, failed);
        }
        return true;
    }

    private void forgetWhatIsOld() {
        Instant committed = clock.instant().minus(LATEST_COMMIT);
        while (!seen.isEmpty() && !seen.getFirst().at().isAfter(committed)) {
            after = seen.removeFirst().last();
        }
        started.removeIf(payment -> payment.value().compareTo(after) <= 0);
    }
}
