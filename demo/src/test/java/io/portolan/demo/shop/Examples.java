package io.portolan.demo.shop;

import io.portolan.demo.orders.DemoOrder;
import io.portolan.demo.orders.Expectation;
import io.portolan.demo.shop.PaymentView.LegView;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
import io.portolan.domain.party.PostalAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders and payments for tests: 7200 yuan that become 994.50 dollars. */
public final class Examples {
    public static final Currency CNY = Currency.of("CNY");
    public static final Currency USD = Currency.of("USD");

    private Examples() {}

    public static DemoOrder order(String reference, @Nullable String status, @Nullable String reason) {
        return new DemoOrder(
                7,
                reference,
                new Party("Li Wei", new AccountNumber.Local("6222020200112233445", "A"), null),
                Money.of(CNY, 720_000),
                USD,
                new Party(
                        "Acme LLC",
                        new AccountNumber.Iban("DE89370400440532013000"),
                        new PostalAddress("Main Street", "12", "94016", "Daly City", "US")),
                new Expectation(status, reason));
    }

    /** Each leg as {@code booking/settlement}; empty before it begins. */
    public static PaymentView payment(String status, @Nullable String reason, String... legs) {
        List<String> names = List.of("collection", "conversion", "payout");
        return new PaymentView(
                "pay_1",
                status,
                reason,
                Money.of(CNY, 720_000),
                Money.of(CNY, 3_600),
                Money.of(USD, 99_450),
                status.equals("refunded") ? Money.of(CNY, 720_000) : null,
                List.of(leg(names.get(0), legs[0]), leg(names.get(1), legs[1]), leg(names.get(2), legs[2])));
    }

    public static PaymentView completed() {
        return payment("completed", null, "booked/settled", "booked/settled", "booked/settled");
    }

    private static LegView leg(String name, String flows) {
        String[] parts = (flows + "/").split("/", -1);
        return new LegView(name, parts[0], parts[1]);
    }
}
