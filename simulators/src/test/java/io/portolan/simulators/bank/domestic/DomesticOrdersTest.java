package io.portolan.simulators.bank.domestic;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.simulators.testing.DomesticClient;
import io.portolan.simulators.testing.Eventually;
import io.portolan.simulators.testing.SimulatorExtension;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomesticOrdersTest {

    private static final String BUYER = "6222020200112233445";

    @RegisterExtension
    static final SimulatorExtension simulators = new SimulatorExtension();

    private final DomesticClient bank = simulators.domestic();
    private final String key = SimulatorExtension.newKey();

    @Test
    void storesThenBooksThenSettlesACollection() {
        var response = bank.collect(key, "7200.00", BUYER);

        assertThat(response.status()).isEqualTo(202);
        assertThat(response.text("state")).isEqualTo("RECEIVED");
        assertThat(response.text("bankReference")).matches("B[0-9]{11}");
        var settled = Eventually.get(
                () -> bank.inquire(key), now -> !now.json().get("settledAt").isNull());
        assertThat(settled.status()).isEqualTo(200);
        assertThat(settled.text("state")).isEqualTo("BOOKED");
        assertThat(settled.text("amount")).isEqualTo("7200.00");
        assertThat(settled.text("bookedAt")).matches("[0-9-]{10}T[0-9:]{8}\\.[0-9]{3}Z");
        assertThat(settled.json().get("rejection").isNull()).isTrue();
    }

    @Test
    void answersARepeatWithTheCurrentState() {
        var first = bank.collect(key, "10.00", BUYER);
        bank.await(key, "BOOKED");

        var repeat = bank.collect(key, "10.00", BUYER);

        assertThat(repeat.status()).isEqualTo(200);
        assertThat(repeat.text("state")).isEqualTo("BOOKED");
        assertThat(repeat.text("bankReference")).isEqualTo(first.text("bankReference"));
    }

    @Test
    void treatsAnotherCallbackUrlAsARepeat() {
        bank.collect(key, "10.00", BUYER);

        assertThat(bank.collectWithCallback(key, "10.00", BUYER, simulators.callbacks.address())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void rejectsAKnownKeyWithOtherContent() {
        bank.collect(key, "10.00", BUYER);

        var other = bank.collect(key, "10.01", BUYER);

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("code")).isEqualTo("DUPLICATE_ORDER");
    }

    @Test
    void knowsNothingOfAKeyThatWasNeverStored() {
        var response = bank.inquire(key);

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.text("code")).isEqualTo("UNKNOWN_ORDER");
    }

    @Test
    void refundsNoMoreInTotalThanWasCollected() {
        bank.collect(key, "10.00", BUYER);
        bank.await(key, "BOOKED");

        assertThat(bank.refund(key + "r1", key, "6.00", BUYER).status()).isEqualTo(202);
        var second = bank.refund(key + "r2", key, "4.01", BUYER);

        assertThat(second.status()).isEqualTo(422);
        assertThat(second.text("code")).isEqualTo("REFUND_EXCEEDS_COLLECTION");
        assertThat(bank.refund(key + "r3", key, "4.00", BUYER).status()).isEqualTo(202);
        bank.await(key + "r3", "BOOKED");
    }

    @Test
    void refundsNothingOfWhatWasNeverCollected() {
        assertThat(bank.refund(key, "no-such-key", "1.00", BUYER).text("code")).isEqualTo("REFUND_EXCEEDS_COLLECTION");
    }

    @Test
    void remembersARejectionAndRepeatsIt() {
        bank.refund(key, "no-such-key", "1.00", BUYER);

        var inquiry = bank.inquire(key);
        var repeat = bank.refund(key, "no-such-key", "1.00", BUYER);

        assertThat(inquiry.text("state")).isEqualTo("REJECTED");
        assertThat(inquiry.text("rejection/code")).isEqualTo("REFUND_EXCEEDS_COLLECTION");
        assertThat(repeat.status()).isEqualTo(422);
        assertThat(repeat.text("code")).isEqualTo("REFUND_EXCEEDS_COLLECTION");
    }

    @Test
    void transfersToTheOtherBank() {
        assertThat(bank.transfer(key, "25.00", "ORD-7").status()).isEqualTo(202);
        bank.await(key, "BOOKED");

        assertThat(bank.statement("B-CNY").body()).contains(key);
        assertThat(simulators.international().statement("D-CNY").body())
                .contains(key)
                .contains("TRANSFER");
    }

    @Test
    void neverOverdrawsTheCustomersAccount() {
        var response = bank.transfer(key, "999999999.00", "ORD-7");

        assertThat(response.status()).isEqualTo(422);
        assertThat(response.text("code")).isEqualTo("INSUFFICIENT_FUNDS");
    }

    @Test
    void rejectsAnOrderOverTheLimit() {
        assertThat(bank.collect(key, "10000000000.01", BUYER).text("code")).isEqualTo("LIMIT_EXCEEDED");
    }

    @Test
    void rejectsAnAccountThatIsNotTheCustomers() {
        var body = DomesticClient.collection(key, "1.00", BUYER, "null").replace("B-CNY", "B-EUR");

        assertThat(bank.order(body).text("code")).isEqualTo("ACCOUNT_UNKNOWN");
    }

    @Test
    void balancesItsStatement() {
        bank.collect(key, "12.34", BUYER);
        bank.await(key, "BOOKED");

        var statement = bank.statement("B-CNY").json();

        var closing = statement.get("openingBalance").asDecimal();
        int number = 0;
        for (var line : statement.get("lines")) {
            var amount = line.get("amount").asDecimal();
            closing =
                    line.get("direction").asString().equals("CREDIT") ? closing.add(amount) : closing.subtract(amount);
            assertThat(line.get("lineNo").asInt()).isEqualTo(++number);
        }
        assertThat(number).isPositive();
        assertThat(statement.get("closingBalance").asDecimal()).isEqualByComparingTo(closing);
    }

    @Test
    void opensTomorrowWithTodaysClosingBalance() {
        bank.collect(key, "12.34", BUYER);
        bank.await(key, "BOOKED");
        var today = LocalDate.now(ZoneOffset.UTC);

        var yesterday = bank.statement("B-CNY", today.minusDays(1));
        var tomorrow = bank.statement("B-CNY", today.plusDays(1));

        assertThat(yesterday.text("closingBalance")).isEqualTo("1000000.00");
        assertThat(tomorrow.json().get("lines")).isEmpty();
        assertThat(tomorrow.text("openingBalance"))
                .isEqualTo(bank.statement("B-CNY").text("closingBalance"));
    }

    @Test
    void givesNoStatementOfAnAccountOfAnotherBank() {
        assertThat(bank.statement("D-CNY").status()).isEqualTo(404);
        assertThat(bank.send("GET", "/domestic/v1/statement?account=B-CNY&date=today", "")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "null", "\"text\"", "{} {}", "\u0000", "{\"orderNo\": \"a\", \"orderNo\": \"b\"}"
            })
    void storesNothingOfABodyThatIsNotAnOrder(String body) {
        var response = bank.order(body);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.text("code")).isEqualTo("MALFORMED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"10\"",
                "\"10.0\"",
                "\"10.000\"",
                "\"-1.00\"",
                "\"+1.00\"",
                "\"0.00\"",
                "\"01.00\"",
                "\"1e2\"",
                "\" 1.00\"",
                "\"1,00\"",
                "10.00",
                "null",
                "\"99999999999999.00\"",
                "\"\""
            })
    void storesNothingOfAnInvalidAmount(String amount) {
        var body = DomesticClient.collection(key, "1.00", BUYER, "null").replace("\"1.00\"", amount);

        assertThat(bank.order(body).status()).isEqualTo(400);
        assertThat(bank.inquire(key).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"kind\": \"COLLECTION\"|\"kind\": \"GIFT\"",
                "\"currency\": \"CNY\"|\"currency\": \"XXX\"",
                "\"bank\": \"B\"|\"bank\": \"C\"",
                "\"bank\": \"A\"|\"bank\": \"A\", \"extra\": 1",
                "\"reference\"|\"referrence\"",
                "\"name\": \"Li Wei\"|\"name\": \"Li\\nWei\"",
                "\"notifyUrl\": null|\"notifyUrl\": \"file:///etc/passwd\"",
                "\"notifyUrl\": null|\"notifyUrl\": \"not a url\""
            })
    void storesNothingOfAnOrderThatBreaksTheContract(String change) {
        var sides = change.split("\\|", -1);
        var body = DomesticClient.collection(key, "1.00", BUYER, "null").replace(sides[0], sides[1]);

        assertThat(bank.order(body).status()).isEqualTo(400);
        assertThat(bank.inquire(key).status()).isEqualTo(404);
    }

    @Test
    void storesNothingUnderAKeyThatIsTooLongOrInvisible() {
        assertThat(bank.collect("k".repeat(65), "1.00", BUYER).status()).isEqualTo(400);
        assertThat(bank.collect("with space", "1.00", BUYER).status()).isEqualTo(400);
        assertThat(bank.collect("k".repeat(64), "1.00", BUYER).status()).isEqualTo(202);
    }
}
