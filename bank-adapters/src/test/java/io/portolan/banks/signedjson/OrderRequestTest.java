package io.portolan.banks.signedjson;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.bank.DomesticOrder;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class OrderRequestTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final URI NOTIFY_URL = URI.create("http://127.0.0.1:8080/callbacks/domestic");

    @ParameterizedTest
    @CsvSource({"JPY, 7200", "CNY, 7200.00", "KWD, 7200.000", "USD, 0.01", "KWD, 0.001"})
    void collectsWithTheDecimalsOfTheCurrency(String currency, String amount) {
        DomesticOrder order = Samples.collection(Money.parse(Currency.of(currency), amount));

        assertJson(order, NOTIFY_URL, """
                {"orderNo": "pay_0123456789ABCDEFGHJK/1/1/1", "kind": "COLLECTION",
                 "amount": "%s", "currency": "%s",
                 "debtor": {"name": "Li Wei", "account": "6222020200112233445", "bank": "A"},
                 "creditor": {"name": "Portolan", "account": "B-%s", "bank": "B"},
                 "originalOrderNo": null, "reference": "ORD-1001",
                 "notifyUrl": "http://127.0.0.1:8080/callbacks/domestic"}""".formatted(amount, currency, currency));
    }

    @Test
    void refundsACollection() {
        var order = new DomesticOrder.Refund(
                key("2/1"),
                cny("7199.99"),
                "ORD-1001",
                Samples.BUYER,
                Samples.OUR_ACCOUNT,
                key("1/1"),
                Samples.SEND_UNTIL);

        assertJson(order, null, """
                {"orderNo": "pay_0123456789ABCDEFGHJK/2/1/1", "kind": "REFUND", "amount": "7199.99", "currency": "CNY",
                 "debtor": {"name": "Portolan", "account": "B-CNY", "bank": "B"},
                 "creditor": {"name": "Li Wei", "account": "6222020200112233445", "bank": "A"},
                 "originalOrderNo": "pay_0123456789ABCDEFGHJK/1/1/1", "reference": "ORD-1001", "notifyUrl": null}""");
    }

    @Test
    void transfersBetweenOurAccounts() {
        var atTheDealersBank = new NostroAccount("D", "D-CNY", Currency.of("CNY"));
        var order = new DomesticOrder.TopUp(
                key("1/2"), cny("7164.00"), "ORD-1001", Samples.OUR_ACCOUNT, atTheDealersBank, Samples.SEND_UNTIL);

        assertJson(order, null, """
                {"orderNo": "pay_0123456789ABCDEFGHJK/1/2/1", "kind": "TRANSFER", "amount": "7164.00", "currency": "CNY",
                 "debtor": {"name": "Portolan", "account": "B-CNY", "bank": "B"},
                 "creditor": {"name": "Portolan", "account": "D-CNY", "bank": "D"},
                 "originalOrderNo": null, "reference": "ORD-1001", "notifyUrl": null}""");
    }

    private static void assertJson(DomesticOrder order, URI notifyUrl, String expected) {
        var settings = new SignedJsonSettings(
                URI.create("http://bank"), "portolan", "secret", "Portolan", notifyUrl, Duration.ofSeconds(1));
        assertThat(JSON.readTree(new OrderRequest(order, settings).json())).isEqualTo(JSON.readTree(expected));
    }

    private static InstructionKey key(String movement) {
        return InstructionKey.parse("pay_0123456789ABCDEFGHJK/" + movement + "/1");
    }

    private static Money cny(String amount) {
        return Money.parse(Currency.of("CNY"), amount);
    }
}
