package io.portolan.checkout.payments.view;

import io.portolan.checkout.json.MoneyJson;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.PaymentEvent;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What merchants see of an event's data: the names of this list alone. Accounts of our book and the types of our breaks are not among them. */
final class EventDetails {
    private static final String AMOUNT = "amount";
    private static final String PURPOSE = "purpose";
    private static final Set<String> SHOWN = Set.of(
            "order_reference", "key", "detail", AMOUNT, "reference", "refund", "plan", PURPOSE, "movement", "reason");

    /** Events about our own books: of these, the instruction is all that a merchant can use. */
    private static final Set<String> INTERNAL = Set.of("payment.contradicted", "payment.in_suspense");

    private static final Set<String> SHOWN_OF_INTERNAL = Set.of("key");

    private EventDetails() {}

    static Map<String, Object> of(PaymentEvent event) {
        Set<String> shown = INTERNAL.contains(event.type()) ? SHOWN_OF_INTERNAL : SHOWN;
        Map<String, Object> details = new TreeMap<>();
        event.data().forEach((name, value) -> {
            if (shown.contains(name) && !value.isEmpty()) {
                details.put(name, valueOf(name, value));
            }
        });
        return details;
    }

    private static Object valueOf(String name, String value) {
        return switch (name) {
            case AMOUNT -> MoneyJson.of(moneyOf(value));
            case PURPOSE -> value.toLowerCase(Locale.ROOT);
            default -> value;
        };
    }

    /** The amount as events have it, such as {@code 7200.00 CNY}. */
    private static Money moneyOf(String text) {
        int space = text.indexOf(' ');
        return Money.parse(Currency.of(text.substring(space + 1)), text.substring(0, space));
    }
}
