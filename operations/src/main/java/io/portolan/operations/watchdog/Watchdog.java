package io.portolan.operations.watchdog;

import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.decision.Decisions;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.decision.RecordedDecision.Ending;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.operations.Alert;
import io.portolan.domain.operations.Alerts;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.plan.MovementKind;
import io.portolan.operations.dispatch.PaymentWaker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that no payment and no decision is forgotten: tells operations of payments of which something is overdue and wakes them, wakes those whose approved decision was not
 * carried out, because the workflow service was away, and ends proposals that nobody approved in time.
 */
public final class Watchdog {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final int MOST = 500;

    /** How long after its time a proposal is ended: a second person may have approved it in its last moment. */
    private static final Duration LAST_MOMENT = Duration.ofMinutes(1);

    private final Payments payments;
    private final Decisions decisions;
    private final Watch watch;
    private final PaymentWaker waker;
    private final Clock clock;

    /** Whom it tells, and how much later than due something must be before it does. */
    public record Watch(Alerts alerts, Duration margin) {
        public Watch {
            if (!margin.isPositive()) {
                throw new IllegalArgumentException("a payment may be a little late");
            }
        }
    }

    public Watchdog(Payments payments, Decisions decisions, Watch watch, PaymentWaker waker, Clock clock) {
        this.payments = payments;
        this.decisions = decisions;
        this.watch = watch;
        this.waker = waker;
        this.clock = clock;
    }

    /** One round: at most 500 overdue payments, the longest overdue first, 500 with an approved decision, and all lapsed proposals that are listed. */
    public void run() {
        endLapsed();
        List<PaymentId> stalled = new ArrayList<>(decisions.listAwaitingEffect(MOST));
        stalled.addAll(alertAboutOverdue());
        for (PaymentId payment : stalled.stream().distinct().toList()) {
            if (!wakeOrSkip(payment)) {
                return;
            }
        }
    }

    private List<PaymentId> alertAboutOverdue() {
        List<PaymentId> overdue = payments.listOverdue(clock.instant().minus(watch.margin()), MOST);
        for (PaymentId id : overdue) {
            try {
                payments.find(id).flatMap(this::alertAbout).ifPresent(watch.alerts()::raise);
            } catch (RuntimeException failed) {
                LOG.error("operations cannot be told that {} is overdue; the next round tries again", id, failed);
            }
        }
        if (overdue.size() == MOST) {
            String detail =
                    "At least " + MOST + " payments are overdue: only those that are longest overdue are woken.";
            watch.alerts().raise(Alert.of("payments", detail, clock.instant()));
        }
        return overdue;
    }

    /** Empty if the payment has gone on meanwhile. */
    private Optional<Alert> alertAbout(Payment payment) {
        Instant dueAt = payment.dueAt();
        Instant now = clock.instant();
        if (dueAt == null || !dueAt.isBefore(now.minus(watch.margin()))) {
            return Optional.empty();
        }
        String detail = "Nothing has happened since %s, at %s: it was due at %s."
                .formatted(seconds(payment.updatedAt()), placeOf(payment), seconds(dueAt));
        return Optional.of(Alert.of(payment.id().value(), detail, now));
    }

    /** The movement at which a payment stands, or its stage where it stands between two. */
    private static String placeOf(Payment payment) {
        Optional<MovementKind> parked =
                Optional.ofNullable(payment.state().parking()).map(Parking::movement);
        return parked.or(() -> payment.openInstruction().map(Instruction::kind))
                .map(movement -> "its " + movement.code())
                .orElseGet(() -> "stage " + payment.stage());
    }

    /** False if the workflow service does not answer: then nobody is woken in this round. */
    private boolean wakeOrSkip(PaymentId payment) {
        try {
            return waker.wake(payment);
        } catch (RuntimeException failed) {
            LOG.error("{} cannot be woken; the next round tries again", payment, failed);
            return true;
        }
    }

    private void endLapsed() {
        Instant now = clock.instant();
        for (RecordedDecision proposed : decisions.listProposed()) {
            if (!now.isBefore(proposed.lapsesAt().plus(LAST_MOMENT))) {
                endOrSkip(proposed, now);
            }
        }
    }

    private void endOrSkip(RecordedDecision lapsed, Instant now) {
        String id = lapsed.decision().header().id();
        Ending ending = new Ending(DecisionStatus.LAPSED, "nobody approved it in time", "", "", now);
        try {
            decisions.end(lapsed.decision().header().payment(), id, ending);
        } catch (RuntimeException failed) {
            LOG.error("decision {} cannot be ended; the next round tries again", id, failed);
        }
    }

    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
