package io.portolan.console.payment;

import io.portolan.console.text.AmountText;
import io.portolan.console.text.Badge;
import io.portolan.console.text.Timestamp;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.corridor.Route;
import io.portolan.domain.fx.Price;
import io.portolan.domain.payment.Hold;
import io.portolan.domain.payment.Order;
import io.portolan.domain.payment.Payment;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A payment in brief, for the header and the details of its page. */
record SummaryView(
        String id,
        String merchant,
        String orderReference,
        Badge stage,
        String status,
        String reason,
        Prices prices,
        String corridor,
        String route,
        PartyView payer,
        PartyView payee,
        String purpose,
        Map<String, String> metadata,
        @Nullable HoldView hold,
        Timestamp createdAt,
        Timestamp updatedAt) {

    /** Who holds the payment, why and since when. */
    record HoldView(String operator, String reason, Timestamp heldAt) {
        static @Nullable HoldView of(@Nullable Hold hold, Instant now) {
            return hold == null
                    ? null
                    : new HoldView(hold.operator(), hold.reason(), new Timestamp(hold.heldAt(), now));
        }
    }

    /** What the buyer pays, the fee, what is converted, and what the seller gets by the newest plan. */
    record Prices(AmountText source, AmountText fee, AmountText net, AmountText destination, String rate) {
        static Prices of(Payment payment) {
            Price price = payment.price();
            return new Prices(
                    AmountText.of(price.source()),
                    AmountText.of(price.fee()),
                    AmountText.of(price.net()),
                    AmountText.of(payment.destination()),
                    payment.rate().rate().toDecimalString());
        }
    }

    static SummaryView of(Payment payment, Instant now) {
        Order order = payment.order();
        return new SummaryView(
                payment.id().value(),
                payment.merchant().value(),
                order.reference(),
                Badge.of(payment.stage()),
                payment.status().code(),
                Optional.ofNullable(payment.state().reason())
                        .map(Reason::detail)
                        .orElse(""),
                Prices.of(payment),
                payment.price().firmRate().rate().pair().toString().replace("/", " \u2192 "),
                route(payment.route()),
                PartyView.of(order.payer()),
                PartyView.of(order.payee()),
                order.purpose(),
                new TreeMap<>(order.metadata()),
                HoldView.of(payment.state().hold(), now),
                new Timestamp(payment.createdAt(), now),
                new Timestamp(payment.updatedAt(), now));
    }

    private static String route(Route route) {
        String funding = switch (route.funding()) {
            case PASS_THROUGH -> "bought for this payment";
            case POOL -> "from the pool";
        };
        return "bank %s \u2192 bank %s, %s"
                .formatted(route.collection().bank(), route.dealerDestination().bank(), funding);
    }
}
