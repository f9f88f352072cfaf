package io.portolan.domain.payment;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.breaks.Break;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.payment.PaymentChange.Finding;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.PlanStatus;
import io.portolan.domain.plan.PlannedEntry.Occasion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A {@link PaymentChange} in the making: the payment as it will be, with the events, entries and findings gathered on the way. */
final class ChangeBuilder {
    private final Instant at;
    private final List<PaymentEvent> events = new ArrayList<>();
    private final List<JournalEntry> entries = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Payment before;
    private Payment payment;
    private boolean movedOn;

    private ChangeBuilder(Payment payment, Instant at) {
        this.before = payment;
        this.payment = payment;
        this.at = at;
    }

    static ChangeBuilder of(Payment payment, Instant at) {
        return new ChangeBuilder(payment, at);
    }

    Payment payment() {
        return payment;
    }

    Instant at() {
        return at;
    }

    PaymentChange build() {
        if (movedOn) {
            payment = payment.with(payment.state().withNextVersion(), at);
        }
        return new PaymentChange(payment, events, entries, findings, null);
    }

    /** A change on which a person's decision may depend: what was looked at before it is not what is there now. */
    ChangeBuilder setState(PaymentState state) {
        movedOn = true;
        payment = payment.with(state, at);
        return this;
    }

    ChangeBuilder setPayment(Payment changed) {
        movedOn = true;
        payment = changed;
        return this;
    }

    /** A change that leaves what a person looked at as it was: funds have settled, or a plan is proposed. */
    ChangeBuilder setStateOfSameVersion(PaymentState state) {
        payment = payment.with(state, at);
        return this;
    }

    /** The payment is in the stage that follows from the fact. */
    ChangeBuilder move(Fact fact) {
        return setState(payment.state().withStage(StageTable.after(payment.stage(), fact)));
    }

    /** The payment is parked. */
    ChangeBuilder park(Parking parking) {
        StageTable.after(payment.stage(), Fact.PARKED);
        return setState(payment.state().withParking(parking));
    }

    ChangeBuilder setReason(Reason reason) {
        return setState(payment.state().withReason(reason));
    }

    ChangeBuilder setInstruction(Instruction instruction) {
        return setState(payment.state().withInstruction(instruction));
    }

    ChangeBuilder setPlan(Plan plan) {
        return setState(payment.state().withPlan(plan));
    }

    /** All open plans but that of refunds that were asked for, which stay to be done, give way to another. */
    ChangeBuilder replaceOpenPlans() {
        for (Plan plan : payment.state().plans()) {
            if (plan.isOpen()
                    && payment.state().refunds().stream().noneMatch(refund -> refund.plan() == plan.number())) {
                plan.movements()
                        .forEach(movement -> payment.latest(plan, movement)
                                .filter(Instruction::isRejected)
                                .ifPresent(this::takeBackRejection));
                setPlan(plan.with(PlanStatus.REPLACED));
            }
        }
        return this;
    }

    /** What the rejection of this instruction has posted is posted back: something else takes its place. */
    ChangeBuilder takeBackRejection(Instruction rejected) {
        return post(payment.movementOf(rejected.key()).entriesOn(Occasion.RETRIED, rejected.key()));
    }

    /** The payment ends without another movement. */
    ChangeBuilder end(Fact end, Reason reason) {
        replaceOpenPlans();
        setState(payment.state().withReason(reason));
        move(end);
        return addEvent(payment.status().code(), "reason", reason.code());
    }

    ChangeBuilder post(List<JournalEntry> more) {
        entries.addAll(more);
        return this;
    }

    /** A contradiction, with the event that tells of it. */
    ChangeBuilder find(Break found) {
        PaymentEvent event = event(
                "contradicted",
                "break",
                found.id(),
                "type",
                found.type().name(),
                "key",
                found.instruction() == null ? "" : found.instruction().value(),
                "detail",
                found.detail());
        findings.add(new Finding(found, event));
        return this;
    }

    /** An event with its data as names and values in turn. */
    ChangeBuilder addEvent(String type, String... data) {
        events.add(event(type, data));
        return this;
    }

    /** An event about an instruction, such as {@code payment.collection.booked}. */
    ChangeBuilder addEvent(Instruction about, String what, String detail) {
        return addEvent(about.kind().code() + "." + what, "key", about.key().value(), "detail", detail);
    }

    /** The event of a plan that is to run. */
    ChangeBuilder addPlanned(Plan plan) {
        Reason why = plan.reason();
        return addEvent(
                "planned",
                "plan",
                Integer.toString(plan.number()),
                "purpose",
                plan.purpose().name(),
                "reason",
                why == null ? "" : why.code());
    }

    private PaymentEvent event(String type, String... data) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < data.length; i += 2) {
            named.put(String.valueOf(data[i]), String.valueOf(data[i + 1]));
        }
        return PaymentEvent.of(before.id(), type, at, named);
    }
}
