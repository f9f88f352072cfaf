package io.portolan.domain.saga;

import static io.portolan.domain.payment.SamplePayments.NOON;
import static io.portolan.domain.payment.SamplePayments.bookedUpTo;
import static io.portolan.domain.payment.SamplePayments.cnyToUsd;
import static io.portolan.domain.saga.Unwinds.WHY;
import static io.portolan.domain.saga.Unwinds.amounts;
import static io.portolan.domain.saga.Unwinds.kinds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.RateRequest;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentCase;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.Movement;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.Purpose;
import io.portolan.domain.plan.Terms;
import io.portolan.domain.saga.Planner.Circumstances;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes to the seller, and what a merchant refunds. */
class PlannerTest {
    @ParameterizedTest
    @CsvSource({
        "0.13882, CNY, 720000, USD, 7164.00 CNY, 994.50 USD",
        "21.4,    CNY, 720000, JPY, 7164.00 CNY, 153309 JPY",
        "0.04262, CNY, 123457, KWD, 1228.40 CNY, 52.354 KWD",
        "502.3,   KWD, 98765,  JPY, 98.272 KWD,  49362 JPY"
    })
    void buysWhatTheSellerGetsWithAllButTheFee(
            String rate, String source, long units, String destination, String net, String gets) {
        Payment payment = SamplePayments.accepted(rate, source, units, destination, LossBearer.HOUSE);

        Plan plan = payment.plan(1);

        assertThat(amounts(plan))
                .containsExactly(
                        "collection " + payment.price().source(), "top-up " + net, "trade " + net, "payout " + gets);
        assertThat(plan.purpose()).isEqualTo(Purpose.FORWARD);
    }

    @Test
    void freezesAccountsPayeeRateAndTolerance() {
        Payment payment = cnyToUsd();

        assertThat(payment.plan(1).movements())
                .extracting(Movement::terms)
                .satisfies(terms -> assertThat(terms.get(3))
                        .isEqualTo(new Terms.Payout(
                                payment.destination(),
                                payment.order().payee(),
                                payment.route().dealerDestination(),
                                "GDDS")));
        assertThat(payment.plan(1).movement(3).toleranceBasisPoints()).isEqualTo(50);
        assertThat(payment.plan(1).movement(4).toleranceBasisPoints()).isZero();
    }

    @Test
    void plansTheCollectionAgainWhereNothingIsCollected() {
        assertThat(kinds(requoted(cnyToUsd())))
                .containsExactly(MovementKind.COLLECTION, MovementKind.TOP_UP, MovementKind.TRADE, MovementKind.PAYOUT);
    }

    @Test
    void doesNotCollectTwice() {
        assertThat(kinds(requoted(bookedUpTo(cnyToUsd(), MovementKind.COLLECTION))))
                .containsExactly(MovementKind.TOP_UP, MovementKind.TRADE, MovementKind.PAYOUT);
    }

    @Test
    void doesNotTopUpTwice() {
        assertThat(amounts(requoted(bookedUpTo(cnyToUsd(), MovementKind.TOP_UP))))
                .containsExactly("trade 7164.00 CNY", "payout 991.49 USD");
    }

    @Test
    void needsNoRateAfterTheTrade() {
        Payment traded = bookedUpTo(cnyToUsd(), MovementKind.TRADE);

        assertThat(Planner.rateNeeded(traded, Purpose.FORWARD)).isEmpty();
        assertThat(Planner.rateNeeded(cnyToUsd(), Purpose.FORWARD)).containsInstanceOf(RateRequest.Selling.class);
        assertThat(amounts(Planner.plan(traded, Purpose.FORWARD, WHY, at(traded, null))))
                .containsExactly("payout 994.50 USD");
    }

    @Test
    void paysWhatReallyCameBackAgain() {
        PaymentCase back = PaymentCase.of(bookedUpTo(cnyToUsd(), MovementKind.PAYOUT));
        back.returned(back.key(MovementKind.PAYOUT), 99_000);
        back.change(payment -> Transitions.correctPayee(payment, SamplePayments.payee("0009999999"), NOON));

        Plan plan = Planner.plan(back.payment(), Purpose.RETURN, WHY, at(back.payment(), null));

        assertThat(amounts(plan)).containsExactly("payout 990.00 USD");
        assertThat(((Terms.Payout) plan.movement(1).terms()).payee()).isEqualTo(SamplePayments.payee("0009999999"));
    }

    @Test
    void refundsAPartFromOurOwnFundsAtTheMerchantsCost() {
        Payment completed = bookedUpTo(cnyToUsd(), MovementKind.PAYOUT);

        Plan plan =
                Planner.refund(completed, new Money(completed.price().source().currency(), 100_000), NOON);

        assertThat(amounts(plan)).containsExactly("refund 1000.00 CNY");
        assertThat(plan.movement(1).accounts())
                .extracting(Object::toString)
                .contains("RECEIVABLE:acme:CNY")
                .doesNotContain("PAYABLE:acme:CNY");
        assertThat(((Terms.Refund) plan.movement(1).terms()).collection())
                .isEqualTo(SamplePayments.keyOf(completed, MovementKind.COLLECTION));
    }

    @Test
    void neverPlansAroundWhatMayBeUnderWay() {
        Payment accepted = cnyToUsd();
        Payment open = SamplePayments.begun(accepted, SamplePayments.keyOf(accepted, MovementKind.COLLECTION));

        assertThatThrownBy(() -> requoted(open))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("may be under way");
    }

    @Test
    void neverUnwindsWhatTheSellerHas() {
        Payment completed = bookedUpTo(cnyToUsd(), MovementKind.PAYOUT);

        assertThat(Planner.objectionToUnwind(completed))
                .hasValueSatisfying(why -> assertThat(why).contains("the seller has been paid"));
        assertThatThrownBy(() -> Unwinds.unwind(completed, null)).isInstanceOf(IllegalStateException.class);
    }

    private static Plan requoted(Payment payment) {
        FirmRate rate = SamplePayments.firm(
                "0.1384", payment.price().net(), payment.price().destination().currency());
        return Planner.plan(payment, Purpose.FORWARD, WHY, at(payment, rate));
    }

    private static Circumstances at(Payment payment, @Nullable FirmRate rate) {
        Money none = Money.zero(payment.price().source().currency());
        return new Circumstances(SamplePayments.HOLDER, "dealer", rate, none, NOON);
    }
}
