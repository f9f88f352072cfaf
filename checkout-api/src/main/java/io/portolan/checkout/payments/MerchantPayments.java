package io.portolan.checkout.payments;

import io.portolan.checkout.problems.FieldError;
import io.portolan.checkout.problems.ProblemException;
import io.portolan.checkout.problems.ProblemType;
import io.portolan.checkout.requests.Query;
import io.portolan.checkout.requests.TextRule;
import io.portolan.domain.ids.Ids;
import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentEvent;
import io.portolan.domain.payment.Payments;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks payments up for their merchant. Another merchant's payment is not there. */
@Component
final class MerchantPayments {
    private static final String AFTER = "after";
    private static final String AFTER_DETAIL = "Give the next of the page before.";

    private final Payments payments;

    MerchantPayments(Payments payments) {
        this.payments = payments;
    }

    /** @throws ProblemException if the merchant has no payment with this id */
    Payment find(MerchantId merchant, String id) {
        return idOf(id).flatMap(payments::find)
                .filter(payment -> payment.merchant().equals(merchant))
                .orElseThrow(MerchantPayments::paymentUnknown);
    }

    PaymentPage list(MerchantId merchant, Query query) {
        PaymentListing listing = new PaymentListing(
                merchant,
                query.value(
                        "status",
                        PaymentListing::parseStatus,
                        "status",
                        "Give one of " + PaymentListing.statusCodes() + "."),
                query.text("order_reference", TextRule.nonBlankUpTo(64)),
                new PaymentListing.TimeRange(query.time("created_after"), query.time("created_before")),
                query.value(AFTER, MerchantPayments::idOf, AFTER, AFTER_DETAIL),
                query.limit());
        query.throwIfInvalid();
        return listing.readPage(payments);
    }

    EventPage events(Payment payment, Query query) {
        int limit = query.limit();
        String after = query.value(AFTER, MerchantPayments::eventIdOf, AFTER, AFTER_DETAIL)
                .orElse("");
        query.throwIfInvalid();
        List<PaymentEvent> events = payments.listEvents(payment.id(), after, limit + 1);
        boolean more = events.size() > limit;
        List<PaymentEvent> shown = more ? events.subList(0, limit) : events;
        return new EventPage(
                shown.stream().map(EventJson::of).toList(),
                more ? shown.getLast().id() : null);
    }

    private static ProblemException paymentUnknown() {
        return ProblemException.of(
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
