package io.portolan.domain.saga;

import static io.portolan.domain.payment.SamplePayments.LIMITS;
import static io.portolan.domain.payment.SamplePayments.NOON;
import static io.portolan.domain.payment.SamplePayments.bookedUpTo;
import static io.portolan.domain.payment.SamplePayments.cnyToUsd;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionHeader;
import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.decision.RecordedDecision.Ending;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentCase;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.MovementKind;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Payments about which people decide, and what came of it. */
final class DecidedCase {
    /** When a copy of an instruction that began at noon can take effect no longer. */
    static final Instant PROVABLE = NOON.plus(LIMITS.sending()).plus(LIMITS.honouring());

    private DecidedCase() {}

    static PaymentCase parkedPayout() {
        PaymentCase story = PaymentCase.of(bookedUpTo(cnyToUsd(), MovementKind.TRADE));
        return story.begin(story.key(MovementKind.PAYOUT)).park(Parking.Kind.OUTCOME, MovementKind.PAYOUT);
    }

    static PaymentCase repairable() {
        PaymentCase story = PaymentCase.of(bookedUpTo(cnyToUsd(), MovementKind.TRADE));
        InstructionKey payout = story.key(MovementKind.PAYOUT);
        story.begin(payout).reject(payout, "ac01");
        return follow(story);
    }

    /** Parks the payment as the saga wants it parked. */
    static PaymentCase follow(PaymentCase story) {
        NextAction.Park park = (NextAction.Park) Progress.of(story.payment(), story.now());
        return story.change(payment -> Transitions.park(payment, park.cause(), story.now()));
    }

    static Ending decide(
            PaymentCase story, Function<DecisionHeader, Decision> decision, @Nullable InquiryResult fresh) {
        return carryOut(story, decision.apply(header(story.payment(), story.now())), fresh);
    }

    static Ending carryOut(PaymentCase story, Decision decision, @Nullable InquiryResult fresh) {
        RecordedDecision approved = new RecordedDecision(decision, DecisionStatus.APPROVED, PROVABLE, null, null);
        story.change(payment -> DecisionEffects.apply(payment, approved, fresh, story.now()));
        return endingOf(story);
    }

    static Ending endingOf(PaymentCase story) {
        return Objects.requireNonNull(story.last().decision()).ending();
    }

    static DecisionHeader header(Payment payment, Instant madeAt) {
        return new DecisionHeader(DecisionHeader.nextId(), payment.id(), "kim", "because", payment.version(), madeAt);
    }
}
