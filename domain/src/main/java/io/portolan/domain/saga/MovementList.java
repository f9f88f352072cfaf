package io.portolan.domain.saga;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.corridor.Route;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.money.Money;
import io.portolan.domain.party.Party;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.plan.Accounts;
import io.portolan.domain.plan.Movement;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.PlanCost;
import io.portolan.domain.plan.PlanStatus;
import io.portolan.domain.plan.PlannedEntry.Occasion;
import io.portolan.domain.plan.Purpose;
import io.portolan.domain.plan.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The movements of a plan in the making, each with all that it will say and post. */
final class MovementList {
    private final Payment payment;
    private final Route route;
    private final LossBearer bearer;
    private final List<Movement> movements = new ArrayList<>();

    MovementList(Payment payment, LossBearer bearer) {
        this.payment = payment;
        this.route = payment.route();
        this.bearer = bearer;
    }

    /** The plan with all these movements. */
    Plan plan(Purpose purpose, @Nullable Reason reason, @Nullable PlanCost cost, Instant at) {
        return new Plan(payment.nextPlanNumber(), purpose, PlanStatus.OPEN, reason, movements, cost, at);
    }

    List<Movement> movements() {
        return List.copyOf(movements);
    }

    void collection() {
        var terms =
                new Terms.Collection(payment.price().source(), payment.order().payer(), route.collection());
        add(MovementKind.COLLECTION, terms, 0, entries().collection(terms));
    }

    void topUp(Money amount, Party holder) {
        var terms = new Terms.OwnTransfer(amount, route.collection(), route.dealerSource(), holder);
        add(MovementKind.TOP_UP, terms, 0, entries().ownTransfer(terms));
    }

    void topUpReturn(Money amount, Party holder) {
        var terms = new Terms.OwnTransfer(amount, route.dealerSource(), route.collection(), holder);
        add(MovementKind.TOP_UP_RETURN, terms, 0, entries().ownTransfer(terms));
    }

    void trade(FirmRate rate, String dealer) {
        var terms = new Terms.Trade(rate, dealer, route.dealerSource(), route.dealerDestination());
        add(
                MovementKind.TRADE,
                terms,
                payment.order().maxSlippageBasisPoints(),
                entries().trade(terms));
    }

    void reversal(FirmRate rate, String dealer, PlanCost cost) {
        var terms = new Terms.Trade(rate, dealer, route.dealerDestination(), route.dealerSource());
        add(MovementKind.REVERSAL, terms, 0, entries().trade(terms).cost(Occasion.BOOKED, cost));
    }

    void payout(Money amount) {
        var terms = new Terms.Payout(
                amount,
                payment.order().payee(),
                route.dealerDestination(),
                payment.order().purpose());
        add(
                MovementKind.PAYOUT,
                terms,
                0,
                entries().payout(terms, payment.price().fee()));
    }

    /** @param kept what of the currency we keep at its value, and do not sell back; zero where it is sold, whose cost is booked with the reversal */
    void refund(Money amount, InstructionKey collection, Money kept, Money value, PlanCost cost) {
        Terms.Refund terms = refundTerms(amount, collection);
        Entries entries = entries();
        if (kept.isPositive()) {
            entries.kept(kept, value).cost(Occasion.INSTRUCTED, cost);
        }
        add(
                MovementKind.REFUND,
                terms,
                0,
                entries.refund(terms, Accounts.payable(payment.merchant(), amount.currency())));
    }

    void refundByMerchant(Money amount, InstructionKey collection) {
        Terms.Refund terms = refundTerms(amount, collection);
        add(
                MovementKind.REFUND,
                terms,
                0,
                entries().refund(terms, Accounts.receivable(payment.merchant(), amount.currency())));
    }

    /** With the last movement, the merchant's debt is paid from what is left. */
    void payReceivable(Money amount) {
        if (!amount.isPositive() || movements.isEmpty()) {
            return;
        }
        Movement last = movements.removeLast();
        var entries = new ArrayList<>(last.entries());
        entries.addAll(entries().receivablePaid(amount).planned());
        movements.add(new Movement(
                last.number(), last.kind(), last.terms(), last.bearer(), last.toleranceBasisPoints(), entries));
    }

    private Terms.Refund refundTerms(Money amount, InstructionKey collection) {
        return new Terms.Refund(amount, payment.order().payer(), route.collection(), collection);
    }

    private Entries entries() {
        return new Entries(payment.merchant());
    }

    private void add(MovementKind kind, Terms terms, int toleranceBasisPoints, Entries entries) {
        movements.add(new Movement(movements.size() + 1, kind, terms, bearer, toleranceBasisPoints, entries.planned()));
    }
}
