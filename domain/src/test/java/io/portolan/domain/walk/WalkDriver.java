package io.portolan.domain.walk;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.RateRequest;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.money.CurrencyPair;
import io.portolan.domain.money.FxRate;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Fact;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.Purpose;
import io.portolan.domain.saga.NextAction;
import io.portolan.domain.saga.Planner;
import io.portolan.domain.saga.Planner.Circumstances;
import io.portolan.domain.saga.Progress;
import io.portolan.domain.saga.Windows;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Does what {@link Progress} says is next, as workers do, with a dealer whose rates go up and down. */
final class WalkDriver {
    private final WalkedPayment walked;
    private final RandomBank bank;
    private final Random random;
    private boolean fair;

    WalkDriver(WalkedPayment walked, RandomBank bank, Random random) {
        this.walked = walked;
        this.bank = bank;
        this.random = random;
    }

    /** From now on the dealer offers each rate that it is asked for. */
    void turnFair() {
        fair = true;
    }

    NextAction step() {
        NextAction next = Progress.of(walked.payment(), walked.now());
        switch (next) {
            case NextAction.Begin(var movement, InstructionKey key) ->
                walked.apply(Transitions.begin(
                        walked.payment(), key, Windows.of(walked.payment(), movement.kind()), walked.now()));
            case NextAction.Inquire(InstructionKey key) -> inquire(key);
            case NextAction.MakePlan(Purpose purpose, Reason reason) -> plan(purpose, reason);
            case NextAction.Park(Parking.Cause cause) ->
                walked.apply(Transitions.park(walked.payment(), cause, walked.now()));
            case NextAction.Conclude(Fact end, Reason reason) ->
                walked.apply(Transitions.conclude(walked.payment(), end, reason, walked.now()));
            case NextAction.Await _, NextAction.Ended _ -> {}
        }
        return next;
    }

    /** As the executor does: what is not decisive is noted, and parked when the answer's time is over. */
    private void inquire(InstructionKey key) {
        Instruction open = walked.payment().instruction(key);
        InquiryResult answer = bank.answer(open, walked.now());
        walked.inquired(key, answer);
        if (answer instanceof InquiryResult.Pending(String reference)) {
            walked.apply(Transitions.recordTaken(walked.payment(), key, reference, walked.now()));
        }
        boolean over = !walked.now().isBefore(open.window().awaitedUntil());
        if (over && !walked.payment().instruction(key).isDecided()) {
            Reason reason = Reason.of("outcome_unknown", "no answer");
            walked.apply(Transitions.park(
                    walked.payment(),
                    new Parking.Cause(Parking.Kind.OUTCOME, open.kind(), reason, null),
                    walked.now()));
        }
    }

    private void plan(Purpose purpose, Reason reason) {
        Payment payment = walked.payment();
        Optional<RateRequest> needed = Planner.rateNeeded(payment, purpose);
        Optional<FirmRate> rate = needed.flatMap(this::quote);
        if (needed.isPresent() && rate.isEmpty()) {
            walked.apply(decline(payment, purpose));
            return;
        }
        boolean tolerated = rate.map(offered ->
                        payment.price().tolerates(offered, payment.order().maxSlippageBasisPoints()))
                .orElse(true);
        walked.apply(
                purpose == Purpose.FORWARD && !tolerated
                        ? giveUp(payment)
                        : Transitions.adopt(payment, planOf(purpose, reason, rate.orElse(null)), walked.now()));
    }

    /** The plan for this purpose at this rate, where our own funds are short at random. */
    Plan planOf(Purpose purpose, Reason reason, @Nullable FirmRate rate) {
        Money source = walked.payment().price().source();
        Money own = random.nextBoolean() ? Money.zero(source.currency()) : source.plus(source);
        Circumstances known = new Circumstances(SamplePayments.HOLDER, "dealer", rate, own, walked.now());
        return Planner.plan(walked.payment(), purpose, reason, known);
    }

    /** A rate within four per cent of the payment's own, either way; none if it would buy nothing. */
    Optional<FirmRate> quote(RateRequest request) {
        if (!fair && random.nextInt(8) == 0) {
            return Optional.empty();
        }
        Money sell = ((RateRequest.Selling) request).sell();
        CurrencyPair pair = request.pair();
        BigDecimal own = walked.payment().price().firmRate().rate().value();
        boolean forward = pair.source().equals(walked.payment().price().source().currency());
        BigDecimal fair = forward ? own : BigDecimal.ONE.divide(own, 9, RoundingMode.HALF_UP);
        BigDecimal moved = fair.multiply(BigDecimal.valueOf(9_600 + random.nextInt(800), 4))
                .setScale(9, RoundingMode.HALF_UP);
        FxRate rate = new FxRate(pair, moved);
        Money buy = rate.convert(sell);
        return buy.isPositive()
                ? Optional.of(new FirmRate("q", sell, buy, rate, walked.now().plusSeconds(900)))
                : Optional.empty();
    }

    private PaymentChange giveUp(Payment payment) {
        Reason reason = Reason.of("slippage_exceeded", "the rate is too low");
        return payment.isBooked(MovementKind.COLLECTION)
                ? Transitions.giveUp(payment, reason, walked.now())
                : Transitions.conclude(payment, Fact.FAILED, reason, walked.now());
    }

    private PaymentChange decline(Payment payment, Purpose purpose) {
        MovementKind kind = purpose == Purpose.FORWARD ? MovementKind.TRADE : MovementKind.REVERSAL;
        Reason reason = new Reason("rate_unavailable", "no dealer offers a rate", Remedy.WAIT);
        Instant until = walked.now().plus(Duration.ofMinutes(10));
        return Transitions.park(payment, new Parking.Cause(Parking.Kind.SHORTAGE, kind, reason, until), walked.now());
    }
}
