package io.portolan.db.payment;

import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.corridor.Route;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.Posting;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.plan.Movement;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.PlanCost;
import io.portolan.domain.plan.PlanStatus;
import io.portolan.domain.plan.PlannedEntry;
import io.portolan.domain.plan.PlannedEntry.Occasion;
import io.portolan.domain.plan.Purpose;
import io.portolan.domain.plan.Terms;
import java.util.List;

/** Plans as no planner makes them: of every purpose and status, with movements of every kind. */
final class EdgeCasePlans {
    private static final Currency CNY = Currency.of("CNY");

    private EdgeCasePlans() {}

    /** The payment's own plan, replaced; an unwind that costs something, and two refunds. */
    static List<Plan> of(Payment payment) {
        return List.of(
                payment.state().plans().getFirst().with(PlanStatus.REPLACED),
                unwind(payment),
                refund(payment, 3),
                payingOutAgain(payment));
    }

    /** A plan without a reason or a cost. */
    static Plan refund(Payment payment, int number) {
        Terms.Refund terms = refundTerms(payment);
        Movement movement = movement(1, MovementKind.REFUND, terms, List.of());
        return new Plan(
                number, Purpose.REFUND, PlanStatus.PROPOSED, null, List.of(movement), null, EdgeCasePayments.LATER);
    }

    private static Plan unwind(Payment payment) {
        Route route = payment.route();
        Terms.Trade reversal = new Terms.Trade(
                SamplePayments.firm("7.1934", payment.price().destination(), CNY),
                "dealer-2",
                route.dealerDestination(),
                route.dealerSource());
        Terms.OwnTransfer back = new Terms.OwnTransfer(
                payment.price().source(), route.dealerSource(), route.collection(), EdgeCasePayments.ABROAD);
        return new Plan(
                2,
                Purpose.UNWIND,
                PlanStatus.OPEN,
                EdgeCasePayments.REASON,
                List.of(
                        movement(1, MovementKind.REVERSAL, reversal, entries()),
                        movement(2, MovementKind.TOP_UP_RETURN, back, entries().subList(0, 1)),
                        movement(99, MovementKind.REFUND, refundTerms(payment), List.of())),
                new PlanCost(new Money(CNY, -1_234), new Money(CNY, 5), LossBearer.MERCHANT),
                EdgeCasePayments.LATER);
    }

    private static Plan payingOutAgain(Payment payment) {
        Terms.Payout payout = new Terms.Payout(
                payment.price().destination(),
                EdgeCasePayments.ABROAD,
                payment.route().dealerDestination(),
                "SALA");
        return new Plan(
                4,
                Purpose.RETURN,
                PlanStatus.DONE,
                EdgeCasePayments.REASON,
                List.of(movement(1, MovementKind.PAYOUT, payout, List.of())),
                null,
                EdgeCasePayments.LATER);
    }

    private static Terms.Refund refundTerms(Payment payment) {
        return new Terms.Refund(
                payment.price().source(),
                payment.order().payer(),
                payment.route().collection(),
                new InstructionKey(payment.id(), 1, 1, 99));
    }

    private static Movement movement(int number, MovementKind kind, Terms terms, List<PlannedEntry> entries) {
        return new Movement(number, kind, terms, LossBearer.BUYER, 9_999, entries);
    }

    private static List<PlannedEntry> entries() {
        return List.of(
                new PlannedEntry(Occasion.RETRIED, "fx-loss", postings("CNY", Money.LIMIT - 1)),
                new PlannedEntry(Occasion.SETTLED, "two words", postings("KWD", 1)));
    }

    private static List<Posting> postings(String currency, long units) {
        Money amount = new Money(Currency.of(currency), units);
        return List.of(
                Posting.debit(new AccountId(AccountKind.IN_TRANSIT, "D", amount.currency()), amount),
                Posting.credit(AccountId.ofHouse(AccountKind.SUSPENSE, amount.currency()), amount));
    }
}
