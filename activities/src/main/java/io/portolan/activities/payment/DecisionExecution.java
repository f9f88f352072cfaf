package io.portolan.activities.payment;

import io.portolan.activities.instruction.InstructionExecutor;
import io.portolan.activities.payment.PaymentDriver.Records;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.decision.Decisions;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.Journal;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.saga.BankFacts;
import io.portolan.domain.saga.DecisionEffects;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Carries decisions out, or refuses them: either ends the decision, with the effect and under the payment's lock. */
final class DecisionExecution {
    private final Payments payments;
    private final Decisions decisions;
    private final Journal journal;
    private final InstructionExecutor executor;
    private final BankFacts facts;
    private final Clock clock;

    DecisionExecution(Records records, InstructionExecutor executor, Clock clock) {
        this.payments = records.payments();
        this.decisions = records.decisions();
        this.journal = records.journal();
        this.executor = executor;
        this.facts = new BankFacts(payments, clock);
        this.clock = clock;
    }

    /** A decision that has ended is left alone; one that cannot be carried out, whatever the reason, keeps none behind it waiting. */
    void carryOut(PaymentId id, Decision decision) {
        InquiryResult fresh =
                decision instanceof Decision.ResolveNotExecuted resolved ? askAbout(id, resolved.instruction()) : null;
        try {
            facts.record(id, payment -> effectOn(payment, decision, fresh));
        } catch (IllegalArgumentException | IllegalStateException impossible) {
            payments.change(
                    id,
                    payment -> isApproved(payment, decision)
                            ? DecisionEffects.refuse(
                                    payment,
                                    decision,
                                    "it could not be carried out: " + impossible.getMessage(),
                                    clock.instant())
                            : PaymentChange.none(payment));
        }
    }

    /** Under the payment's lock, where the decision may have ended meanwhile. */
    private PaymentChange effectOn(Payment payment, Decision decision, @Nullable InquiryResult fresh) {
        return decisions
                .find(payment.id(), decision.header().id())
                .filter(recorded -> recorded.status() == DecisionStatus.APPROVED)
                .map((RecordedDecision recorded) -> isBlocked(payment, decision)
                        ? DecisionEffects.refuse(
                                payment, decision, "an account of ours takes no postings now", clock.instant())
                        : DecisionEffects.apply(payment, recorded, fresh, clock.instant()))
                .orElseGet(() -> PaymentChange.none(payment));
    }

    /** What the bank says now; what is decisive is recorded, and outweighs the evidence. */
    private @Nullable InquiryResult askAbout(PaymentId id, InstructionKey key) {
        Payment payment = payment(id);
        Optional<Instruction> instruction = payment.find(key);
        if (instruction.isEmpty()) {
            return null;
        }
        InquiryResult answer = executor.ask(payment, instruction.get());
        if (answer instanceof InquiryResult.Booked || answer instanceof InquiryResult.Rejected) {
            facts.record(id, stored -> Transitions.recordInquiry(stored, key, answer, clock.instant()));
        }
        return answer;
    }

    private boolean isApproved(Payment payment, Decision decision) {
        return decisions
                .find(payment.id(), decision.header().id())
                .filter(recorded -> recorded.status() == DecisionStatus.APPROVED)
                .isPresent();
    }

    /** A retry begins what was parked: not where our own accounts will not take it. */
    private boolean isBlocked(Payment payment, Decision decision) {
        Parking parking = payment.state().parking();
        if (!(decision instanceof Decision.Retry) || parking == null || parking.instruction() == null) {
            return false;
        }
        Set<AccountId> accounts = payment.movementOf(parking.instruction()).accounts();
        return !journal.closedTo(accounts).isEmpty();
    }

    private Payment payment(PaymentId id) {
        return payments.find(id).orElseThrow(() -> new IllegalArgumentException("there is no payment " + id));
    }
}
