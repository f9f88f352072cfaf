package io.portolan.domain.saga;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.corridor.Route;
import io.portolan.domain.corridor.UnwindPolicy;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.RateRequest;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.RefundId;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentCase;
import io.portolan.domain.payment.Refund;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.Movement;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.Purpose;
import io.portolan.domain.saga.Planner.Circumstances;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans of payments for tests: the rate to sell back at is named, and our own funds suffice or do not. */
final class Unwinds {
    static final Reason WHY = Reason.of("md07", "as the bank says");

    private Unwinds() {}

    /** A CNY to USD payment whose losses this one bears, and whose currency is kept or sold. */
    static Payment payment(LossBearer bearer, UnwindPolicy policy) {
        Payment sample = SamplePayments.accepted("0.13882", "CNY", 720_000, "USD", bearer);
        Route route = sample.route();
        Route changed = new Route(
                route.funding(),
                bearer,
                policy,
                route.collection(),
                route.dealerSource(),
                route.dealerDestination(),
                route.dealers(),
                route.limits());
        return SamplePayments.planned(
                Transitions.accept(SamplePayments.ACME, sample.order(), sample.price(), changed, SamplePayments.NOON)
                        .payment());
    }

    /** The unwind at this rate, where none of our own funds are there. */
    static Plan unwind(Payment payment, @Nullable String rate) {
        return unwind(payment, rate, 0);
    }

    static Plan unwind(Payment payment, @Nullable String rate, long ownUnits) {
        Money own = new Money(payment.price().source().currency(), ownUnits);
        FirmRate firm = Planner.rateNeeded(payment, Purpose.UNWIND)
                .map(request -> (RateRequest.Selling) request)
                .map(request -> SamplePayments.firm(
                        Optional.ofNullable(rate).orElseThrow(), request.sell(), request.buyCurrency()))
                .orElse(null);
        return Planner.plan(
                payment,
                Purpose.UNWIND,
                WHY,
                new Circumstances(SamplePayments.HOLDER, "dealer", firm, own, SamplePayments.NOON));
    }

    /** The forward plan once more, at the price that the merchant was promised. */
    static Plan again(Payment payment) {
        Money none = Money.zero(payment.price().source().currency());
        return Planner.plan(
                payment,
                Purpose.FORWARD,
                WHY,
                new Circumstances(
                        SamplePayments.HOLDER, "dealer", payment.price().firmRate(), none, SamplePayments.NOON));
    }

    /** The payment after this plan was adopted and all its movements booked. */
    static PaymentCase run(PaymentCase story, Plan plan) {
        story.change(payment -> Transitions.adopt(payment, plan, story.now()));
        for (Movement movement : plan.movements()) {
            InstructionKey key = new InstructionKey(story.payment().id(), plan.number(), movement.number(), 1);
            story.begin(key).book(key);
        }
        return story;
    }

    static PaymentCase refundAsked(PaymentCase story, long units) {
        return story.change(payment -> {
            Money amount = new Money(payment.price().source().currency(), units);
            Plan plan = Planner.refund(payment, amount, story.now());
            Refund refund = new Refund(RefundId.next(), amount, "requested_by_customer", plan.number(), story.now());
            return Transitions.addRefund(payment, refund, plan, story.now());
        });
    }

    static List<MovementKind> kinds(Plan plan) {
        return plan.movements().stream().map(Movement::kind).toList();
    }

    static List<String> amounts(Plan plan) {
        return plan.movements().stream()
                .map(movement -> movement.kind().code() + " " + movement.amount())
                .toList();
    }
}
