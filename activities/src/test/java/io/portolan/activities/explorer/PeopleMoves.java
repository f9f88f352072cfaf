package io.portolan.activities.explorer;

import io.portolan.activities.explorer.Bank.Order;
import io.portolan.activities.explorer.Bank.Returned;
import io.portolan.activities.explorer.Bank.Status;
import io.portolan.activities.explorer.Moves.Move;
import io.portolan.activities.explorer.Scenario.Budgets.Kind;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionHeader;
import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.decision.Evidence;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.RefundId;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Refund;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.PlanStatus;
import io.portolan.domain.plan.Purpose;
import io.portolan.domain.plan.Terms.Flow;
import io.portolan.domain.saga.DecisionEffects;
import io.portolan.domain.saga.Planner;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What people bring about: operators decide, both at once, the merchant cancels and refunds, and sellers' banks return payouts. Evidence is true of the instruction that it names, or
 * denies what a bank has executed; what it must not deny is an order that is pending and will be executed, which only that evidence could know.
 */
final class PeopleMoves {
    private static final LocalDate VALUE_DATE = LocalDate.ofInstant(Scenario.START, ZoneOffset.UTC);

    private final Situation situation;
    private final Scenario scenario;
    private final List<Move> moves;
    private final Payment payment;

    PeopleMoves(Situation situation, Scenario scenario, List<Move> moves) {
        this.situation = situation;
        this.scenario = scenario;
        this.moves = moves;
        this.payment = situation.payment();
    }

    void add() {
        if (situation.budgets.allows(Kind.DECISION)) {
            addDecisions();
        }
        if (payment.isRefundable()) {
            Moves.add(moves, situation, Kind.REFUND, new Move("merchant refunds", PeopleMoves::refund));
        }
        situation.bank.executed().stream()
                .filter(order -> order.kind() == MovementKind.PAYOUT
                        && payment.instruction(order.key()).isBooked())
                .forEach(this::addReturns);
    }

    private void addDecisions() {
        DecisionHeader header = header(situation);
        offer(new Decision.Retry(header));
        offer(new Decision.Cancel(header));
        offer(new Decision.Hold(header));
        offer(new Decision.Release(header));
        offer(new Decision.CorrectPayee(header, SamplePayments.payee("000987654321")));
        payment.state().plans().stream()
                .filter(plan -> plan.status() == PlanStatus.PROPOSED)
                .forEach(plan -> offer(new Decision.Unwind(header, plan.number())));
        for (Instruction each : payment.state().instructions()) {
            boolean isExecuted = situation.bank.hasExecuted(each.key());
            Evidence evidence = new Evidence(
                    Evidence.Source.BANK_PORTAL, "seen", isExecuted ? executed(each) : each.amount(), VALUE_DATE);
            if (isExecuted) {
                offer(new Decision.ResolveExecuted(header, each.key(), evidence));
            }
            if (!isStillToBeExecuted(each)) {
                offer(new Decision.ResolveNotExecuted(header, each.key(), evidence));
            }
        }
        addProposal();
    }

    private void addProposal() {
        boolean isProposed = payment.state().plans().stream().anyMatch(plan -> plan.status() == PlanStatus.PROPOSED);
        boolean isUnwindable = payment.state().parking() != null
                && payment.openInstruction().isEmpty()
                && payment.isBooked(MovementKind.COLLECTION);
        if (isUnwindable && !isProposed && scenario.allows("unwind")) {
            Moves.add(moves, situation, Kind.DECISION, new Move("operator asks for an unwind", Execution::propose));
        }
    }

    private Money executed(Instruction instruction) {
        return situation.bank.executed().stream()
                .filter(order -> order.key().equals(instruction.key()))
                .findFirst()
                .orElseThrow()
                .amount();
    }

    private boolean isStillToBeExecuted(Instruction instruction) {
        Order order = situation.bank.orders().get(instruction.key());
        return order != null && order.status() == Status.PENDING;
    }

    /** The form refuses what would be refused anyway. */
    private void offer(Decision decision) {
        boolean isAllowed = scenario.allows(decision.kind().code())
                && (!situation.removed.formsObject()
                        || DecisionEffects.objection(payment, decision, situation.now)
                                .isEmpty());
        if (isAllowed) {
            Moves.add(
                    moves,
                    situation,
                    Kind.DECISION,
                    new Move(
                            "operator decides " + nameOf(decision),
                            next -> next.database = next.database.add(approved(decision))));
        }
    }

    private static String nameOf(Decision decision) {
        String code = decision.kind().code();
        return switch (decision) {
            case Decision.ResolveExecuted resolved -> code + " " + keyOf(resolved.instruction());
            case Decision.ResolveNotExecuted resolved -> code + " " + keyOf(resolved.instruction());
            case Decision.Retry _,
                    Decision.Unwind _,
                    Decision.CorrectPayee _,
                    Decision.Cancel _,
                    Decision.Hold _,
                    Decision.Release _ -> code;
        };
    }

    private static String keyOf(InstructionKey key) {
        return key.plan() + "/" + key.movement() + "/" + key.attempt();
    }

    static DecisionHeader header(Situation situation) {
        String id = "dec_%020d".formatted(situation.database.decisions().size() + 1);
        Payment payment = situation.payment();
        return new DecisionHeader(
                id, payment.id(), "ada", "the bank's portal says so", payment.version(), situation.now);
    }

    private static RecordedDecision approved(Decision decision) {
        Instant at = decision.header().madeAt();
        return new RecordedDecision(
                decision,
                DecisionStatus.APPROVED,
                at.plus(Duration.ofDays(1)),
                new RecordedDecision.Approval("bob", at),
                null);
    }

    private static void refund(Situation next) {
        Payment payment = next.payment();
        int number = payment.nextPlanNumber();
        Money amount = payment.refundable();
        Plan plan = Planner.refund(payment, amount, next.now);
        RefundId id = new RefundId("ref_%020d".formatted(number));
        Refund refund = new Refund(id, amount, "requested_by_customer", number, next.now);
        next.write(Transitions.addRefund(payment, refund, plan, next.now));
    }

    private void addReturns(Order payout) {
        Money few = new Money(payout.amount().currency(), 100);
        addReturn(payout, "returns", payout.amount());
        addReturn(payout, "returns less", payout.amount().minus(few));
    }

    private void addReturn(Order payout, String name, Money amount) {
        Moves.add(moves, situation, Kind.RETURN, new Move("bank " + name, next -> {
            Flow flow = new Flow(payout.flows().getFirst().account(), amount);
            String reference = "back-" + next.bank.returns().size();
            next.bank = next.bank.giveBack(new Returned(payout.key(), flow));
            PayoutReturn back = new PayoutReturn(reference, amount, Reason.of("ac04", ""), next.now);
            next.write(Transitions.recordReturn(next.payment(), payout.key(), back, next.now));
        }));
    }

    /** Whether the payment is on its way back, by an unwind. */
    static boolean isUnwind(Payment payment, int plan) {
        return payment.plan(plan).purpose() == Purpose.UNWIND;
    }
}
