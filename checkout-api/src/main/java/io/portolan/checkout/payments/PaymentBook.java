package io.portolan.checkout.payments;

import io.portolan.checkout.problems.FieldError;
import io.portolan.checkout.problems.ProblemType;
import io.portolan.checkout.problems.Refusal;
import io.portolan.checkout.requests.Query;
import io.portolan.checkout.requests.TextRule;
import io.portolan.domain.identity.Ids;
import io.portolan.domain.identity.MerchantId;
import io.portolan.domain.identity.PaymentId;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentEvent;
import io.portolan.domain.payment.Payments;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks payments up for their merchant. Another merchant's payment is not there. */
@Component
final class PaymentBook {
    private static final String AFTER = "after";
    private static final String AFTER_DETAIL = "Give the next of the page before.";

    private final Payments payments;

    PaymentBook(Payments payments) {
        this.payments = payments;
    }

    /** @throws Refusal if the merchant has no payment with this id */
    Payment find(MerchantId merchant, String id) {
        return idOf(id).flatMap(payments::find)
                .filter(payment -> payment.merchant().equals(merchant))
                .orElseThrow(PaymentBook::unknown);
    }

    PaymentPage list(MerchantId merchant, Query query) {
        Listing listing = new Listing(
                merchant,
                query.value("status", Listing::statusOf, "status", "Give one of " + Listing.words() + "."),
                query.text("order_reference", TextRule.upTo(64)),
                new Listing.Window(query.time("created_after"), query.time("created_before")),
                query.value(AFTER, PaymentBook::idOf, AFTER, AFTER_DETAIL),
                query.limit());
        query.nothingElse();
        return listing.page(payments);
    }

    EventPage events(Payment payment, Query query) {
        int limit = query.limit();
        String after =
                query.value(AFTER, PaymentBook::eventIdOf, AFTER, AFTER_DETAIL).orElse("");
        query.nothingElse();
        List<PaymentEvent> events = payments.events(payment.id(), after, limit + 1);
        boolean more = events.size() > limit;
        List<PaymentEvent> shown = more ? events.subList(0, limit) : events;
        return new EventPage(
                shown.stream().map(EventJson::of).toList(),
                more ? shown.getLast().id() : null);
    }

    private static Refusal unknown() {
        return Refusal.of(
                ProblemType.NOT_FOUND,
                FieldError.inParameter("id", "payment-unknown", "You have no payment with this id."));
    }

    private static Optional<PaymentId> idOf(String text) {
        return isId("pay_", text) ? Optional.of(new PaymentId(text)) : Optional.empty();
    }

    private static Optional<String> eventIdOf(String text) {
        return isId("evt_", text) ? Optional.of(text) : Optional.empty();
    }

    private static boolean isId(String prefix, String text) {
        try {
            Ids.require(prefix, text);
            return true;
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }
}
