package io.portolan.demo.screen;

import io.portolan.demo.shop.PaymentView;
import io.portolan.demo.shop.TrackedOrder;
import io.portolan.demo.shop.TrackedOrder.State;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What all the orders add up to. */
final class Totals {
    private static final int COLLECTION = 0;
    private static final int PAYOUT = 2;

    private Totals() {}

    /** How many ended how, and what came in, went out, went back and was earned in each currency. */
    static List<String> format(List<TrackedOrder> orders) {
        List<String> lines = new ArrayList<>();
        lines.add(orders.size() + " orders: " + byStatus(orders));
        lines.add("");
        lines.addAll(OrderTable.alignColumns(byCurrency(orders.stream()
                .map(TrackedOrder::payment)
                .<PaymentView>mapMulti((payment, next) -> {
                    if (payment != null) {
                        next.accept(payment);
                    }
                })
                .toList())));
        return lines;
    }

    private static String byStatus(List<TrackedOrder> orders) {
        Map<String, Long> counts =
                orders.stream().collect(Collectors.groupingBy(Totals::status, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String status(TrackedOrder tracked) {
        return switch (tracked.state()) {
            case State.Sending _ -> "not sent";
            case State.Rejected _ -> "rejected by the API";
            case State.Unknown _ -> "unknown";
            case State.Accepted(PaymentView payment) -> payment.isParked() ? "parked" : payment.status();
        };
    }

    private static List<List<String>> byCurrency(List<PaymentView> payments) {
        Map<Currency, Money> collected = sum(payments, payment -> payment.isBooked(COLLECTION), PaymentView::source);
        Map<Currency, Money> paidOut =
                sum(payments, payment -> payment.isCompleted() && payment.isBooked(PAYOUT), PaymentView::destination);
        Map<Currency, Money> refunded = sum(payments, _ -> true, PaymentView::refunded);
        Map<Currency, Money> fees = sum(payments, PaymentView::isCompleted, PaymentView::fee);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("currency", "collected", "paid out", "refunded", "fees earned"));
        Currency.all().stream()
                .filter(currency -> collected.containsKey(currency) || paidOut.containsKey(currency))
                .forEach(currency -> rows.add(List.of(
                        currency.code(),
                        amount(currency, collected),
                        amount(currency, paidOut),
                        amount(currency, refunded),
                        amount(currency, fees))));
        return rows;
    }

    private static Map<Currency, Money> sum(
            List<PaymentView> payments, Predicate<PaymentView> which, Function<PaymentView, @Nullable Money> what) {
        Map<Currency, Money> sums = new TreeMap<>();
        for (PaymentView payment : payments) {
            Money amount = which.test(payment) ? what.apply(payment) : null;
            if (amount != null) {
                sums.merge(amount.currency(), amount, Money::plus);
            }
        }
        return sums;
    }

    private static String amount(Currency currency, Map<Currency, Money> sums) {
        return sums.getOrDefault(currency, Money.zero(currency)).toDecimal().toPlainString();
    }
}
