package io.portolan.checkout.payments.view;

import io.portolan.checkout.problems.FieldError;
import io.portolan.checkout.problems.ProblemException;
import io.portolan.checkout.problems.ProblemType;
import io.portolan.checkout.requests.Query;
import io.portolan.domain.ids.Ids;
import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.payment.Order;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentEvent;
import io.portolan.domain.payment.Payments;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds payments for their merchant. Another merchant's payment is reported as not found. */
@Component
public final class MerchantPayments {
    /** Where a merchant's payments are found. */
    public static final String PATH = "/v1/payments";

    private static final String AFTER = "after";
    private static final String CURSOR_RULE = "cursor";
    private static final String CURSOR_DETAIL = "Must be the next value of the previous page.";

    private final Payments payments;

    MerchantPayments(Payments payments) {
        this.payments = payments;
    }

    /** @throws ProblemException if the merchant has no payment with this id */
    public Payment find(MerchantId merchant, String id) {
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
                        "status-unknown",
                        "Must be one of " + PaymentListing.statusCodes() + "."),
                query.text("order_reference", Order.REFERENCE),
                new PaymentListing.TimeRange(query.time("created_after"), query.time("created_before")),
                query.value(AFTER, MerchantPayments::idOf, CURSOR_RULE, CURSOR_DETAIL),
                query.limit());
        query.throwIfInvalid();
        return listing.readPage(payments);
    }

    EventPage events(Payment payment, Query query) {
        int limit = query.limit();
        String after = query.value(AFTER, MerchantPayments::eventIdOf, CURSOR_RULE, CURSOR_DETAIL)
                .orElse("");
        query.throwIfInvalid();
        List<PaymentEvent> events = payments.listEvents(payment.id(), after, limit + 1);
        boolean hasMore = events.size() > limit;
        List<PaymentEvent> shown = hasMore ? events.subList(0, limit) : events;
        return new EventPage(
                shown.stream().map(EventJson::of).toList(),
                hasMore ? shown.getLast().id() : null);
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
