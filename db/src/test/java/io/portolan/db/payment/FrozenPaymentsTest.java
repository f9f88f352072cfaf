package io.portolan.db.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.fx.Price;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.instruction.SendWindow;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentState;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.plan.Movement;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.Terms;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

/** What was promised, planned or instructed stays as it was, whatever a change says. */
@OnBothServers
class FrozenPaymentsTest {
    private final TestDatabase db;
    private final Payments payments;

    FrozenPaymentsTest(TestServer server) {
        db = TestDatabase.shared(server);
        payments = db.database().payments();
    }

    @Test
    void thePriceStaysAsItWasPromised() {
        Payment payment = db.add(SamplePayments.cnyToUsd());
        Money sold = payment.price().net();
        Price other = new Price(
                payment.price().source(),
                payment.price().fee(),
                SamplePayments.firm("0.1", sold, payment.price().destination().currency()));
        Payment repriced = new Payment(
                payment.id(),
                payment.merchant(),
                payment.order(),
                other,
                payment.route(),
                payment.state(),
                payment.createdAt(),
                payment.updatedAt());

        requireFrozen(payment, repriced);
    }

    @Test
    void aPlanStaysAsItWasMade() {
        Payment payment = db.add(SamplePayments.cnyToUsd());
        Plan plan = payment.state().plans().getFirst();
        Plan shorter = new Plan(
                plan.number(),
                plan.purpose(),
                plan.status(),
                plan.reason(),
                plan.movements().subList(0, 1),
                plan.cost(),
                plan.madeAt());

        requireFrozen(
                payment, EdgeCasePayments.withState(payment, with(payment, shorter, List.of()), payment.updatedAt()));
    }

    @Test
    void anInstructionStaysAsItWasSent() {
        Payment accepted = SamplePayments.cnyToUsd();
        Payment payment =
                db.add(SamplePayments.begun(accepted, SamplePayments.keyOf(accepted, MovementKind.COLLECTION)));
        Instruction sent = payment.state().instructions().getFirst();
        Money more = sent.amount().plus(sent.amount());
        Instruction dearer = new Instruction(sent.key(), sent.kind(), more, sent.window(), sent.answer(), sent.funds());

        requireFrozen(payment, withInstruction(payment, dearer));
    }

    @Test
    void theTimeUntilWhichItMayBeSentIsNeverMoved() {
        Payment accepted = SamplePayments.cnyToUsd();
        Payment payment =
                db.add(SamplePayments.begun(accepted, SamplePayments.keyOf(accepted, MovementKind.COLLECTION)));
        Instruction sent = payment.state().instructions().getFirst();
        SendWindow window = sent.window();
        SendWindow longer = new SendWindow(
                window.instructedAt(), window.honouredUntil(), window.honouredUntil(), window.awaitedUntil());
        Instruction late = new Instruction(sent.key(), sent.kind(), sent.amount(), longer, sent.answer(), sent.funds());

        requireFrozen(payment, withInstruction(payment, late));
    }

    @Test
    void theTableTakesNoTermsButThoseOfTheKind() {
        Payment payment = SamplePayments.cnyToUsd();
        Plan plan = payment.state().plans().getFirst();
        Movement collection = plan.movements().getFirst();
        Terms wrong = new Terms.Payout(
                collection.amount(), EdgeCasePayments.ABROAD, payment.route().collection(), "GDDS");
        Movement odd = new Movement(1, MovementKind.COLLECTION, wrong, collection.bearer(), 0, collection.entries());
        Plan oddPlan = new Plan(1, plan.purpose(), plan.status(), null, List.of(odd), null, plan.madeAt());
        Payment broken = EdgeCasePayments.withState(payment, with(payment, oddPlan, List.of()), payment.updatedAt());

        assertThatThrownBy(() -> db.add(broken))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("ck_movement_");
        assertThat(payments.find(payment.id())).isEmpty();
    }

    private void requireFrozen(Payment stored, Payment changed) {
        assertThatThrownBy(() -> payments.change(stored.id(), _ -> EdgeCasePayments.changed(changed)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("frozen");
        assertThat(payments.find(stored.id())).contains(stored);
    }

    private static Payment withInstruction(Payment payment, Instruction changed) {
        Plan plan = payment.state().plans().getFirst();
        return EdgeCasePayments.withState(payment, with(payment, plan, List.of(changed)), payment.updatedAt());
    }

    private static PaymentState with(Payment payment, Plan plan, List<Instruction> instructions) {
        PaymentState state = payment.state();
        return new PaymentState(
                state.stage(), null, null, null, List.of(plan), instructions, List.of(), null, state.version());
    }
}
