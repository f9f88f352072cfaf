package io.portolan.console.payment;

import io.portolan.console.text.CodeText;
import io.portolan.console.text.Timestamp;
import io.portolan.domain.payment.PaymentEvent;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** One event of the timeline. */
record EventView(Timestamp occurredAt, String type, String label, String details) {
    private static final String PREFIX = "payment.";

    static EventView of(PaymentEvent event, Instant now) {
        String type = event.type().startsWith(PREFIX) ? event.type().substring(PREFIX.length()) : event.type();
        return new EventView(
                new Timestamp(event.occurredAt(), now), event.type(), CodeText.format(type), details(event));
    }

    /** Without the payment's id in keys: the page is about one payment. */
    private static String details(PaymentEvent event) {
        String idPrefix = event.payment().value() + "/";
        return event.data().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(pair ->
                        pair.getKey().replace('_', ' ') + " " + pair.getValue().replace(idPrefix, ""))
                .collect(Collectors.joining(" \u00b7 "));
    }
}
