package io.portolan.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DomesticMagicTest {

    @RegisterExtension
    static final Outside outside = new Outside();

    private final DomesticClient bank = outside.domestic();
    private final String key = Outside.newKey();

    @Test
    void rejectsACollectionAtOnce() {
        var answer = bank.collect(key, "5.00", "62220001");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("code")).isEqualTo("INSUFFICIENT_FUNDS");
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
    void takesItsTimeWithASlowOne() {
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
    void callsBackBeforeItAnswersAndKnowsTheOrderBythen() {
        outside.listener.answering(call ->
                call.body().contains(key) && bank.inquire(key).text("state").equals("BOOKED") ? 200 : 500);

        var answer = bank.collectNotifying(key, "5.00", "62220005", outside.listener.address() + "/early");

        assertThat(answer.text("state")).isEqualTo("BOOKED");
        assertThat(outside.listener.about(key)).isNotEmpty();
    }

    @Test
    void callsBackThreeTimesWithTheSameEvent() {
        bank.collectNotifying(key, "5.00", "62220006", outside.listener.address() + "/triple");

        var calls = outside.listener.await(key, 4);

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
    void neverSaysAnythingOfASilentOne() {
        bank.collectNotifying(key, "5.00", "62220007", outside.listener.address() + "/silent");
        var later = Outside.newKey();
        bank.collectNotifying(later, "5.00", "62220003", outside.listener.address() + "/later");

        outside.listener.await(later, 1);

        assertThat(bank.inquire(key).text("state")).isEqualTo("RECEIVED");
        assertThat(outside.listener.about(key)).isEmpty();
    }

    @Test
    void answersGibberishAndBooksAllTheSame() {
        var answer = bank.collect(key, "5.00", "62220008");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain(key);
        bank.await(key, "BOOKED");
        assertThat(bank.collect(key, "5.00", "62220008").text("orderNo")).isEqualTo(key);
    }

    @Test
    void answersAnErrorAndBooksAllTheSame() {
        assertThat(bank.collect(key, "5.00", "62220009").status()).isEqualTo(500);

        bank.await(key, "BOOKED");
    }

    @Test
    void saysTheOppositeInItsCallback() {
        bank.collectNotifying(key, "5.00", "62220010", outside.listener.address() + "/lie");

        var calls = outside.listener.await(key, 2);

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
    void rejectsATransferAtOnce() {
        var answer = bank.transfer(key, "5.00", "ORD-TOPUP-REJECT");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("code")).isEqualTo("LIMIT_EXCEEDED");
    }

    @Test
    void storesATransferBeforeItLosesTheResponse() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> bank.transfer(key, "5.00", "ORD-TOPUP-LOST"));

        bank.await(key, "BOOKED");
    }

    @Test
    void neverAnswersASilentTransferButBooksASlowOne() {
        bank.transfer(key, "5.00", "TOPUP-NEVER");
        bank.transfer(key + "slow", "5.00", "TOPUP-SLOW");

        bank.await(key + "slow", "BOOKED");

        assertThat(bank.inquire(key).text("state")).isEqualTo("RECEIVED");
    }
}
