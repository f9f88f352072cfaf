package io.portolan.domain.saga;

import io.portolan.domain.bank.Banks;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.FxDesks;
import io.portolan.domain.fx.RateRequest;
import io.portolan.domain.fx.RateResponse;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountBalance;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.Journal;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Fact;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.Accounts;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.PlanStatus;
import io.portolan.domain.plan.Purpose;
import io.portolan.domain.saga.Planner.Circumstances;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes and stores plans: asks dealers for the rate that a plan needs, and has the planner make it of the payment as it is under its lock. Asking for a rate moves no money,
 * so an answer that does not come is no unknown outcome.
 */
public final class Planning {
    /** From here on only what the payment itself needs is planned. */
    private static final int MOST_WITH_PROPOSALS = 40;

    /** What currency may lose that is sold back without a person having looked, in percent of what it cost. */
    private static final int MOST_LOSS_PERCENT = 10;

    private static final int ANY_LOSS_PERCENT = 100;
    private static final Reason TOO_DEAR = new Reason(
            "unwind_too_dear",
            "selling the currency back would lose more than " + MOST_LOSS_PERCENT
                    + " % of what it cost: price the unwind",
            Remedy.WAIT);

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
        return price(id, needed.purpose(), MOST_LOSS_PERCENT, (payment, offer) -> {
            if (!needed.equals(Progress.of(payment, clock.instant()))) {
                return PaymentChange.none(payment);
            }
            return needed.purpose() == Purpose.FORWARD && !isTolerated(payment, offer)
                    ? giveUp(payment, offer)
                    : Transitions.adopt(payment, planOf(payment, needed.purpose(), needed.reason(), offer), offer.at());
        });
    }

    /**
     * Prices the unwind of a parked payment, for a person to look at. It runs only if a decision names it. A proposal that still holds is shown again instead of another, and
     * there are not more of them than a payment has plans to spare.
     */
    public PlanResult propose(PaymentId id, Reason reason) {
        Payment parked = payment(id);
        List<Plan> plans = parked.state().plans();
        boolean holds = plans.getLast().status() == PlanStatus.PROPOSED
                && !plans.getLast().isLapsedAt(clock.instant())
                && UnwindPlanner.isStillRight(parked, plans.getLast());
        if (holds) {
            return new PlanResult.Proposed(plans.getLast());
        }
        if (parked.nextPlanNumber() > MOST_WITH_PROPOSALS) {
            return new PlanResult.Declined(Reason.of("too_many_plans", "the payment was priced too often"));
        }
        Optional<String> objection = Planner.objectionToUnwind(payment(id));
        if (objection.isPresent()) {
            return new PlanResult.Declined(Reason.of("not_unwindable", objection.get()));
        }
        PlanResult result = price(
                id,
                Purpose.UNWIND,
                ANY_LOSS_PERCENT,
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

    /** @param mostLoss in percent of what the currency cost, which an unwind may lose by its exchange */
    private PlanResult price(PaymentId id, Purpose purpose, int mostLoss, PlanStep step) {
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
                when purpose == Purpose.UNWIND && isTooDear(payment, rate, mostLoss) -> declined = TOO_DEAR;
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

    /** Measured by the rate at which the payment bought the currency. */
    private static boolean isTooDear(Payment payment, FirmRate offered, int mostLoss) {
        FirmRate bought = payment.rate();
        BigInteger cost = units(bought.sell()).multiply(units(offered.sell()));
        BigInteger back = units(offered.buy()).multiply(units(bought.buy()));
        return back.multiply(BigInteger.valueOf(100)).compareTo(cost.multiply(BigInteger.valueOf(100L - mostLoss))) < 0;
    }

    private static BigInteger units(Money money) {
        return BigInteger.valueOf(money.minorUnits());
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

    /**
     * What lies on the account, or is on its way to it or from it, beyond all that customers are owed in its currency, wherever that lies, and what stands in suspense: so much
     * at least is ours.
     */
    private Money ownFunds(Payment payment) {
        NostroAccount refunding = payment.route().collection();
        Set<AccountId> here = Set.of(
                Accounts.nostro(refunding),
                Accounts.inTransit(refunding),
                Accounts.house(AccountKind.SUSPENSE, refunding.currency()));
        return journal.balances().stream()
                .filter(balance -> here.contains(balance.account()) || isOwed(balance.account(), refunding.currency()))
                .map(AccountBalance::balance)
                .reduce(Money.zero(refunding.currency()), Money::plus);
    }

    private static boolean isOwed(AccountId account, Currency currency) {
        return account.kind().holdsCustomerMoney() && account.currency().equals(currency);
    }

    private Payment payment(PaymentId id) {
        return payments.find(id).orElseThrow(() -> new IllegalArgumentException("there is no payment " + id));
    }
}
