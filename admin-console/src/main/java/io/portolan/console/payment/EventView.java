package io.portolan.console.payment;

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
        return new EventView(new Timestamp(event.occurredAt(), now), event.type(), label(type), details(event));
    }

    /** {@code top-up.booked} becomes {@code Top-up booked}. */
    private static String label(String type) {
        String spaced = type.replace('.', ' ').replace('_', ' ');
        return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    /** The page is about one payment: a key need not repeat its id. */
    private static String details(PaymentEvent event) {
        String own = event.payment().value() + "/";
        return event.data().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(pair ->
                        pair.getKey().replace('_', ' ') + " " + pair.getValue().replace(own, ""))
                .collect(Collectors.joining(" \u00b7 "));
    }
}
