package io.portolan.console.payment;

import io.portolan.console.words.Amount;
import io.portolan.console.words.Badge;
import io.portolan.console.words.Moment;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.corridor.Route;
import io.portolan.domain.payment.Order;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Price;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a payment is, in its header and facts. */
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
        Moment created,
        Moment updated) {

    /** What the buyer pays, what of it is ours, and what the seller gets. */
    record Prices(Amount source, Amount fee, Amount net, Amount destination, String rate) {
        static Prices of(Price price) {
            return new Prices(
                    Amount.of(price.source()),
                    Amount.of(price.fee()),
                    Amount.of(price.net()),
                    Amount.of(price.destination()),
                    price.firm().rate().toDecimalString());
        }
    }

    static SummaryView of(Payment payment, Instant now) {
        Order order = payment.order();
        return new SummaryView(
                payment.id().value(),
                payment.merchant().value(),
                order.reference(),
                Badge.of(payment.stage()),
                payment.status().word(),
                Optional.ofNullable(payment.progress().reason())
                        .map(Reason::detail)
                        .orElse(""),
                Prices.of(payment.price()),
                payment.price().firm().rate().pair().toString().replace("/", " \u2192 "),
                route(payment.route()),
                PartyView.of(order.payer()),
                PartyView.of(order.payee()),
                order.purpose(),
                new TreeMap<>(order.metadata()),
                new Moment(payment.createdAt(), now),
                new Moment(payment.updatedAt(), now));
    }

    private static String route(Route route) {
        String funding = switch (route.funding()) {
            case PASS_THROUGH -> "bought for this payment";
            case POOL -> "drawn on a pool";
        };
        return "bank %s \u2192 bank %s, %s"
                .formatted(route.collection().bank(), route.dealerDestination().bank(), funding);
    }
}
