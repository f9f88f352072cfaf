package io.portolan.domain.payment;

import io.portolan.domain.ids.Ids;
import io.portolan.domain.ids.PaymentId;
import java.time.Instant;
import java.util.Map;

/** Something that became true of a payment, such as {@code payment.collection.booked}; the data holds no personal data. */
public record PaymentEvent(String id, PaymentId payment, String type, Instant occurredAt, Map<String, String> data) {
    private static final String PREFIX = "evt_";

    public PaymentEvent {
        Ids.require(PREFIX, id);
        data = Map.copyOf(data);
    }

    static PaymentEvent of(PaymentId payment, String type, Instant at, Map<String, String> data) {
        return new PaymentEvent(Ids.next(PREFIX), payment, "payment." + type, at, data);
    }
}
