package io.portolan.simulators.bank.domestic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.portolan.simulators.testing.DomesticClient;
import io.portolan.simulators.testing.Eventually;
import io.portolan.simulators.testing.SimulatorExtension;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomesticScenariosTest {

    @RegisterExtension
    static final SimulatorExtension simulators = new SimulatorExtension();

    private final DomesticClient bank = simulators.domestic();
    private final String key = SimulatorExtension.newKey();

    @Test
    void rejectsACollectionAtOnce() {
        var response = bank.collect(key, "5.00", "62220001");

        assertThat(response.status()).isEqualTo(422);
        assertThat(response.text("code")).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(bank.inquire(key).text("state")).isEqualTo("REJECTED");
    }

    @Test
    void rejectsACollectionAfterAWhile() {
        assertThat(bank.collect(key, "5.00", "62220002").status()).isEqualTo(202);
        assertThat(bank.inquire(key).text("state")).isEqualTo("RECEIVED");

        var rejected = bank.await(key, "REJECTED");

        assertThat(rejected.text("rejection/code")).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(bank.collect(key, "5.00", "62220002").text("state")).isEqualTo("REJECTED");
        assertThat(bank.statement("B-CNY").body()).doesNotContain(key);
    }

    @Test
    void booksASlowOneOnlyAfterTheSlowDelay() {
        var before = Instant.now();
        bank.collect(key, "5.00", "62220003");

        var booked = bank.await(key, "BOOKED");

        assertThat(Instant.parse(booked.text("bookedAt"))).isAfterOrEqualTo(before.plus(Duration.ofMillis(590)));
    }

    @Test
    void storesBeforeItLosesTheResponse() {
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> bank.collect(key, "5.00", "62220004"));

        assertThat(bank.inquire(key).status()).isEqualTo(200);
        bank.await(key, "BOOKED");
        assertThat(bank.collect(key, "5.00", "62220004").status()).isEqualTo(200);
    }

    @Test
    void callsBackBeforeItAnswersAndKnowsTheOrderByThen() {
        simulators.callbacks.answerWith(call ->
                call.body().contains(key) && bank.inquire(key).text("state").equals("BOOKED") ? 200 : 500);

        var response = bank.collectWithCallback(key, "5.00", "62220005", simulators.callbacks.address() + "/early");

        assertThat(response.text("state")).isEqualTo("BOOKED");
        assertThat(simulators.callbacks.callbacksFor(key)).isNotEmpty();
    }

    @Test
    void callsBackThreeTimesWithTheSameEvent() {
        bank.collectWithCallback(key, "5.00", "62220006", simulators.callbacks.address() + "/triple");

        var calls = simulators.callbacks.await(key, 4);

        var first = calls.stream()
                .map(call -> call.text("eventId"))
                .filter(id -> calls.stream()
                                .filter(call -> call.text("eventId").equals(id))
                                .count()
                        == 3);
        assertThat(first).hasSize(3);
        assertThat(calls).allMatch(call -> call.text("state").equals("BOOKED"));
    }

    @Test
    void neverCallsBackAboutOneThatStaysPending() {
        bank.collectWithCallback(key, "5.00", "62220007", simulators.callbacks.address() + "/pending");
        var later = SimulatorExtension.newKey();
        bank.collectWithCallback(later, "5.00", "62220003", simulators.callbacks.address() + "/later");

        simulators.callbacks.await(later, 1);

        assertThat(bank.inquire(key).text("state")).isEqualTo("RECEIVED");
        assertThat(simulators.callbacks.callbacksFor(key)).isEmpty();
    }

    @Test
    void answersGibberishAndBooksAllTheSame() {
        var response = bank.collect(key, "5.00", "62220008");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).doesNotContain(key);
        bank.await(key, "BOOKED");
        assertThat(bank.collect(key, "5.00", "62220008").text("orderNo")).isEqualTo(key);
    }

    @Test
    void answersAnErrorAndBooksAllTheSame() {
        assertThat(bank.collect(key, "5.00", "62220009").status()).isEqualTo(500);

        bank.await(key, "BOOKED");
    }

    @Test
    void reportsTheOppositeInItsCallback() {
        bank.collectWithCallback(key, "5.00", "62220010", simulators.callbacks.address() + "/opposite");

        var calls = simulators.callbacks.await(key, 2);

        assertThat(calls).allMatch(call -> call.text("state").equals("REJECTED"));
        assertThat(bank.inquire(key).text("state")).isEqualTo("BOOKED");
    }

    @Test
    void rejectsTheRefundToAClosedAccount() {
        bank.collect(key, "5.00", "62220011");
        bank.await(key, "BOOKED");

        var refund = bank.refund(key + "r", key, "5.00", "62220011");

        assertThat(refund.status()).isEqualTo(422);
        assertThat(refund.text("code")).isEqualTo("ACCOUNT_CLOSED");
    }

    @Test
    void losesTheResponseOfARefund() {
        bank.collect(key, "5.00", "62220012");
        bank.await(key, "BOOKED");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> bank.refund(key + "r", key, "5.00", "62220012"));

        bank.await(key + "r", "BOOKED");
    }

    @Test
    void deniesAnOrderThatItTookUntilItIsBooked() {
        var taken = bank.collect(key, "5.00", "62220013");

        var denied = bank.inquire(key);

        assertThat(taken.status()).isEqualTo(202);
        assertThat(denied.status()).isEqualTo(404);
        assertThat(denied.text("code")).isEqualTo("UNKNOWN_ORDER");
        Eventually.until(() -> bank.inquire(key).status() == 200);
        assertThat(bank.inquire(key).text("state")).isEqualTo("BOOKED");
        assertThat(bank.statement("B-CNY").body()).contains(key);
    }

    @Test
    void staysPendingForLongAndBooksAfterADelayThatCanBeSet() {
        simulators.changeSettings("{\"longBookAfterMillis\":900}");
        var before = Instant.now();
        bank.collect(key, "5.00", "62220014");

        var booked = bank.await(key, "BOOKED");

        assertThat(Instant.parse(booked.text("bookedAt"))).isAfterOrEqualTo(before.plus(Duration.ofMillis(890)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"62220013", "62220014"})
    void refundsWithoutAScenario(String buyer) {
        simulators.changeSettings("{\"longBookAfterMillis\":100}");
        bank.collect(key, "5.00", buyer);
        Eventually.until(() -> bank.inquire(key).status() == 200);
        bank.await(key, "BOOKED");

        bank.refund(key + "r", key, "5.00", buyer);

        assertThat(bank.inquire(key + "r").status()).isEqualTo(200);
        bank.await(key + "r", "BOOKED");
    }

    @Test
    void rejectsOnlyTheFirstRefundOfACollection() {
        bank.collect(key, "5.00", "62220015");
        bank.await(key, "BOOKED");

        var first = bank.refund(key + "r1", key, "5.00", "62220015");
        var second = bank.refund(key + "r2", key, "5.00", "62220015");

        assertThat(first.status()).isEqualTo(422);
        assertThat(first.text("code")).isEqualTo("ACCOUNT_CLOSED");
        assertThat(second.status()).isEqualTo(202);
        bank.await(key + "r2", "BOOKED");
        assertThat(bank.inquire(key + "r1").text("state")).isEqualTo("REJECTED");
    }

    @Test
    void rejectsATransferAtOnce() {
        var response = bank.transfer(key, "5.00", "ORD-TOPUP-REJECT");

        assertThat(response.status()).isEqualTo(422);
        assertThat(response.text("code")).isEqualTo("LIMIT_EXCEEDED");
    }

    @Test
    void storesATransferBeforeItLosesTheResponse() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> bank.transfer(key, "5.00", "ORD-TOPUP-LOST"));

        bank.await(key, "BOOKED");
    }

    @Test
    void leavesOneTransferPendingForEverButBooksASlowOne() {
        bank.transfer(key, "5.00", "TOPUP-NEVER");
        bank.transfer(key + "slow", "5.00", "TOPUP-SLOW");

        bank.await(key + "slow", "BOOKED");

        assertThat(bank.inquire(key).text("state")).isEqualTo("RECEIVED");
    }
}
