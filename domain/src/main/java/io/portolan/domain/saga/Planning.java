package io.portolan.domain.saga;

import io.portolan.domain.bank.Banks;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.FxDesks;
import io.portolan.domain.fx.RateRequest;
import io.portolan.domain.fx.RateResponse;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountBalance;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.Journal;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Fact;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.Accounts;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.Purpose;
import io.portolan.domain.saga.Planner.Circumstances;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes and stores plans: asks dealers for the rate that a plan needs, and has the planner make it of the payment as it is under its lock. Asking for a rate moves no money,
 * so an answer that does not come is no unknown outcome.
 */
public final class Planning {
    private final Payments payments;
    private final FxDesks desks;
    private final Banks banks;
    private final Journal journal;
    private final Clock clock;

    public Planning(Payments payments, FxDesks desks, Banks banks, Journal journal, Clock clock) {
        this.payments = payments;
        this.desks = desks;
        this.banks = banks;
        this.journal = journal;
        this.clock = clock;
    }

    /** The first plan of a payment that is about to be stored, at the price that the merchant was promised. */
    public PaymentChange planAccepted(PaymentChange accepted) {
        Payment payment = accepted.payment();
        Instant at = payment.createdAt();
        Circumstances known = new Circumstances(
                banks.accountHolder(),
                payment.route().dealers().getFirst(),
                payment.price().firmRate(),
                Money.zero(payment.price().source().currency()),
                at);
        Plan plan = Planner.plan(payment, Purpose.FORWARD, null, known);
        return accepted.followedBy(Transitions.adopt(payment, plan, at));
    }

    /** Makes the plan that the payment needs next, unless it needs another by now. A rate that the merchant does not tolerate leads to the unwind. */
    public PlanResult make(PaymentId id, NextAction.MakePlan needed) {
        return price(id, needed.purpose(), (payment, offer) -> {
            if (!needed.equals(Progress.of(payment, clock.instant()))) {
                return PaymentChange.none(payment);
            }
            return needed.purpose() == Purpose.FORWARD && !isTolerated(payment, offer)
                    ? giveUp(payment, offer)
                    : Transitions.adopt(payment, planOf(payment, needed.purpose(), needed.reason(), offer), offer.at());
        });
    }

    /** Prices the unwind of a parked payment, for a person to look at. It runs only if a decision names it. */
    public PlanResult propose(PaymentId id, Reason reason) {
        Optional<String> objection = Planner.objectionToUnwind(payment(id));
        if (objection.isPresent()) {
            return new PlanResult.Declined(Reason.of("not_unwindable", objection.get()));
        }
        PlanResult result = price(
                id,
                Purpose.UNWIND,
                (payment, offer) -> Planner.objectionToUnwind(payment).isPresent()
                        ? PaymentChange.none(payment)
                        : Transitions.propose(payment, planOf(payment, Purpose.UNWIND, reason, offer), offer.at()));
        return result instanceof PlanResult.Planned
                ? new PlanResult.Proposed(payment(id).state().plans().getLast())
                : result;
    }

    /** A rate, and who offers it. */
    private record Offer(String dealer, @Nullable FirmRate rate, Instant at) {}

    @FunctionalInterface
    private interface PlanStep {
        PaymentChange of(Payment payment, Offer offer);
    }

    private PlanResult price(PaymentId id, Purpose purpose, PlanStep step) {
        Payment payment = payment(id);
        if (payment.openInstruction().isPresent()) {
            return new PlanResult.StepOpen();
        }
        Optional<RateRequest> request = Planner.rateNeeded(payment, purpose);
        Reason declined = new Reason("rate_unavailable", "no dealer offers a rate", Remedy.WAIT);
        for (String dealer : Dealers.of(payment).inOrder()) {
            if (request.isEmpty()) {
                return store(id, purpose, request, new Offer(dealer, null, clock.instant()), step);
            }
            switch (desks.desk(dealer).quote(request.get())) {
                case RateResponse.Offered(FirmRate rate)
                when rate.expiresAt().isAfter(clock.instant()) -> {
                    return store(id, purpose, request, new Offer(dealer, rate, clock.instant()), step);
                }
                // An offer that has lapsed when it arrives is none.
                case RateResponse.Offered _ -> {}
                case RateResponse.Rejected(Reason reason) -> declined = reason.with(Remedy.WAIT);
                case RateResponse.Unavailable _ -> {}
            }
        }
        return new PlanResult.Declined(declined);
    }

    /** Looks again under the lock: another execution may have planned, or instructed, meanwhile. */
    private PlanResult store(PaymentId id, Purpose purpose, Optional<RateRequest> request, Offer offer, PlanStep step) {
        PaymentChange change = payments.change(id, payment -> {
            boolean fits = payment.openInstruction().isEmpty()
                    && Planner.rateNeeded(payment, purpose).equals(request);
            return fits ? step.of(payment, offer) : PaymentChange.none(payment);
        });
        return change.isNone() ? new PlanResult.StepOpen() : new PlanResult.Planned();
    }

    private Plan planOf(Payment payment, Purpose purpose, Reason reason, Offer offer) {
        Circumstances known =
                new Circumstances(banks.accountHolder(), offer.dealer(), offer.rate(), ownFunds(payment), offer.at());
        return Planner.plan(payment, purpose, reason, known);
    }

    private static boolean isTolerated(Payment payment, Offer offer) {
        return offer.rate() == null
                || payment.price().tolerates(offer.rate(), payment.order().maxSlippageBasisPoints());
    }

    /** The unwind is priced in a further step; where nothing was collected, the payment has failed. */
    private PaymentChange giveUp(Payment payment, Offer offer) {
        String gets = offer.rate() == null ? "less" : offer.rate().buy().toString();
        Reason reason = Reason.of("slippage_exceeded", "the new rate would give the seller " + gets);
        if (!payment.isBooked(MovementKind.COLLECTION)) {
            return Transitions.conclude(payment, Fact.FAILED, reason, offer.at());
        }
        return Transitions.giveUp(payment, reason, offer.at());
    }

    /** What lies on the account beyond all that customers are owed in its currency, wherever that lies: so much at least is ours. */
    private Money ownFunds(Payment payment) {
        AccountId account = Accounts.nostro(payment.route().collection());
        Money own = Money.zero(account.currency());
        for (AccountBalance balance : journal.balances()) {
            AccountId each = balance.account();
            boolean owed = each.kind().holdsCustomerMoney() && each.currency().equals(account.currency());
            if (each.equals(account) || owed) {
                own = own.plus(balance.balance());
            }
        }
        return own;
    }

    private Payment payment(PaymentId id) {
        return payments.find(id).orElseThrow(() -> new IllegalArgumentException("there is no payment " + id));
    }
}
