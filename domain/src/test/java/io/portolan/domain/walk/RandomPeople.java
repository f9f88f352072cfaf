package io.portolan.domain.walk;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionHeader;
import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.decision.Evidence;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.RateRequest;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.RefundId;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.Refund;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.PlanStatus;
import io.portolan.domain.plan.Purpose;
import io.portolan.domain.saga.DecisionEffects;
import io.portolan.domain.saga.Planner;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** Operators, the merchant and the banks' later words, all at random: what does not fit is refused, never an error. */
final class RandomPeople {
    private static final int MOST_PLANS = 80;

    private final WalkedPayment walked;
    private final WalkDriver driver;
    private final RandomBank bank;
    private final Random random;

    RandomPeople(WalkedPayment walked, WalkDriver driver, RandomBank bank, Random random) {
        this.walked = walked;
        this.driver = driver;
        this.bank = bank;
        this.random = random;
    }

    void act() {
        switch (random.nextInt(12)) {
            case 0 -> decide(Decision.Retry::new);
            case 1 -> sometimes(2, this::unwind, this::unwindAsShownBefore);
            case 2 -> resolve();
            case 3 -> decide(header -> new Decision.CorrectPayee(header, SamplePayments.payee("0001234567")));
            case 4 -> sometimes(4, () -> decide(Decision.Cancel::new), this::hearAgain);
            case 5 -> sometimes(3, () -> decide(Decision.Hold::new), this::hearAgain);
            case 6, 7 -> decide(Decision.Release::new);
            case 8, 9 -> hearAgain();
            case 10 -> returnPayout();
            default -> refund();
        }
    }

    void decide(Function<DecisionHeader, Decision> decision) {
        Payment payment = walked.payment();
        DecisionHeader header = new DecisionHeader(
                DecisionHeader.nextId(), payment.id(), "kim", "because", payment.version(), walked.now());
        carryOut(decision.apply(header));
    }

    private void carryOut(Decision decision) {
        InquiryResult fresh = decision instanceof Decision.ResolveNotExecuted(var _, InstructionKey key, var _)
                ? walked.payment()
                        .find(key)
                        .map(each -> bank.answer(each, walked.now()))
                        .orElse(null)
                : null;
        RecordedDecision recorded = new RecordedDecision(
                decision, DecisionStatus.APPROVED, walked.now().plusSeconds(60), null, null);
        PaymentChange change = DecisionEffects.apply(walked.payment(), recorded, fresh, walked.now());
        if (change.decision() != null) {
            walked.note(decision.kind() + " " + change.decision().ending().status() + " "
                    + change.decision().ending().detail());
        }
        walked.apply(change);
    }

    void unwind() {
        Payment payment = walked.payment();
        boolean priceable = payment.stage() == Stage.PARKED
                && payment.isBooked(MovementKind.COLLECTION)
                && Planner.objectionToUnwind(payment).isEmpty()
                && payment.nextPlanNumber() < MOST_PLANS;
        if (!priceable) {
            return;
        }
        Optional<RateRequest> needed = Planner.rateNeeded(payment, Purpose.UNWIND);
        Optional<FirmRate> rate = needed.flatMap(driver::quote);
        if (needed.isPresent() && rate.isEmpty()) {
            return;
        }
        Plan plan = driver.planOf(Purpose.UNWIND, Reason.of("operator", "by hand"), rate.orElse(null));
        walked.apply(Transitions.propose(payment, plan, walked.now()));
        if (random.nextInt(3) > 0) {
            decide(header -> new Decision.Unwind(header, plan.number()));
        }
    }

    /** Adopts a plan that was proposed at some time. */
    private void unwindAsShownBefore() {
        walked.payment().state().plans().stream()
                .filter(plan -> plan.status() == PlanStatus.PROPOSED)
                .reduce((_, newer) -> newer)
                .ifPresent(plan -> decide(header -> new Decision.Unwind(header, plan.number())));
    }

    private void resolve() {
        Parking parking = walked.payment().state().parking();
        if (parking == null || parking.instruction() == null) {
            return;
        }
        InstructionKey key = parking.instruction();
        Money asked = walked.payment().instruction(key).amount();
        Money seen = random.nextInt(4) > 0 ? asked : new Money(asked.currency(), 1 + asked.minorUnits() * 9 / 8);
        Money less = random.nextInt(2) > 0 ? seen : new Money(asked.currency(), 1 + asked.minorUnits() * 7 / 8);
        Evidence evidence =
                new Evidence(Evidence.Source.LETTER, "L" + random.nextInt(9), less, LocalDate.parse("2026-11-22"));
        if (random.nextBoolean()) {
            decide(header -> new Decision.ResolveExecuted(header, key, evidence));
        } else {
            decide(header -> new Decision.ResolveNotExecuted(header, key, evidence));
        }
    }

    /** A callback or a statement line about any instruction, however old. */
    private void hearAgain() {
        List<Instruction> all = walked.payment().state().instructions();
        if (!all.isEmpty()) {
            Instruction any = all.get(random.nextInt(all.size()));
            walked.inquired(any.key(), bank.answer(any, walked.now()));
        }
    }

    private void returnPayout() {
        List<Instruction> payouts =
                walked.payment().instructionsOf(MovementKind.PAYOUT).toList();
        if (payouts.isEmpty() || random.nextInt(4) > 0) {
            return;
        }
        Instruction payout = payouts.get(random.nextInt(payouts.size()));
        long paid = payout.amount().minorUnits();
        long back = switch (random.nextInt(6)) {
            case 0 -> paid + 1;
            case 1 -> 10 + random.nextInt(3);
            case 2, 3 -> paid - paid / 100;
            default -> paid;
        };
        Reason reason = Reason.of(random.nextBoolean() ? "ac01" : "ac04", "returned");
        Money amount = new Money(payout.amount().currency(), back);
        walked.apply(Transitions.recordReturn(
                walked.payment(),
                payout.key(),
                new PayoutReturn("RET" + random.nextInt(9), amount, reason, walked.now()),
                walked.now()));
    }

    /** What a merchant may ask for: a part of a completed payment, also while another refund of it is under way. */
    private void refund() {
        Payment payment = walked.payment();
        long left = payment.refundable().minorUnits();
        if (!payment.isRefundable() || payment.nextPlanNumber() >= MOST_PLANS) {
            return;
        }
        long units = random.nextInt(3) == 0 ? left : 1 + random.nextLong(left);
        Money amount = new Money(payment.refundable().currency(), units);
        Plan plan = Planner.refund(payment, amount, walked.now());
        Refund refund = new Refund(RefundId.next(), amount, "requested_by_customer", plan.number(), walked.now());
        walked.apply(Transitions.addRefund(payment, refund, plan, walked.now()));
    }

    private void sometimes(int oneIn, Runnable what, Runnable otherwise) {
        (random.nextInt(oneIn) == 0 ? what : otherwise).run();
    }
}
