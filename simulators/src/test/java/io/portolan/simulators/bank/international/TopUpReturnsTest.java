package io.portolan.simulators.bank.international;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.portolan.simulators.testing.DomesticClient;
import io.portolan.simulators.testing.InternationalClient;
import io.portolan.simulators.testing.PayoutDocument;
import io.portolan.simulators.testing.Response;
import io.portolan.simulators.testing.SimulatorExtension;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Transfers from Portolan's account at bank D back to its account at bank B. */
class TopUpReturnsTest {

    @RegisterExtension
    static final SimulatorExtension simulators = new SimulatorExtension();

    private final InternationalClient bank = simulators.international();
    private final DomesticClient domestic = simulators.domestic();
    private final String key = SimulatorExtension.newKey();

    @Test
    void creditsOurAccountAtTheDomesticBank() {
        assertThat(bank.pay(PayoutDocument.topUpReturn(key, "70.50", "B-CNY")).status())
                .isEqualTo(202);

        var settled = bank.await(key, "ACSC");

        var reference = InternationalClient.transaction(settled, "AcctSvcrRef");
        assertThat(bank.entries("D-CNY", key)).containsExactly("TRANSFER DBIT 70.50 " + reference);
        assertThat(creditsAtTheDomesticBank("B-CNY")).containsExactly("TRANSFER CREDIT 70.50 " + reference);
    }

    @Test
    void creditsTheAccountInItsOwnCurrency() {
        bank.pay(PayoutDocument.topUpReturn(key, "5.00", "B-USD").in("USD"));

        bank.await(key, "ACSC");

        assertThat(creditsAtTheDomesticBank("B-USD")).hasSize(1);
    }

    @Test
    void callsBackWhenItIsBookedAndWhenItSettles() {
        bank.pay(PayoutDocument.topUpReturn(key, "5.00", "B-CNY"));

        var calls = simulators.callbacks.await(key, 2);

        assertThat(calls)
                .extracting(call -> InternationalClient.statusIn(new Response(0, call.body())))
                .containsExactlyInAnyOrder("ACSP", "ACSC");
    }

    @Test
    void movesTheMoneyOnceWhenItIsRepeated() {
        bank.pay(PayoutDocument.topUpReturn(key, "5.00", "B-CNY"));
        bank.await(key, "ACSC");

        var repeat = bank.pay(PayoutDocument.topUpReturn(key, "5.00", "B-CNY"));

        assertThat(repeat.status()).isEqualTo(200);
        assertThat(creditsAtTheDomesticBank("B-CNY")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"B-USD, CNY, B", "B-CNY, USD, B", "B-CNY, CNY, A", "D-CNY, CNY, D"})
    void rejectsAnAccountOfOursThatIsNotThere(String account, String currency, String agent) {
        var document = PayoutDocument.topUpReturn(key, "5.00", account)
                .in(currency)
                .withAgent("<Othr><Id>" + agent + "</Id></Othr>");

        assertThat(InternationalClient.reasonIn(bank.pay(document))).isEqualTo("AC01");
    }

    @Test
    void rejectsMoreThanThereIs() {
        var response = bank.pay(PayoutDocument.topUpReturn(key, "900000000.00", "B-CNY"));

        assertThat(InternationalClient.reasonIn(response)).isEqualTo("AM04");
    }

    @Test
    void rejectsAtOnce() {
        var response = bank.pay(topUpReturn("ORD-TUR-REJECT"));

        assertThat(response.status()).isEqualTo(422);
        assertThat(InternationalClient.reasonIn(response)).isEqualTo("AG01");
        assertThat(creditsAtTheDomesticBank("B-CNY")).isEmpty();
    }

    @Test
    void storesBeforeItLosesTheResponse() {
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> bank.pay(topUpReturn("ORD-TUR-LOST")));

        bank.await(key, "ACSC");
        assertThat(creditsAtTheDomesticBank("B-CNY")).hasSize(1);
    }

    @Test
    void staysPendingForEver() {
        bank.pay(topUpReturn("ORD-TUR-NEVER"));
        var later = SimulatorExtension.newKey();
        bank.pay(later, "5.00", "99000003");

        simulators.callbacks.await(later, 1);

        assertThat(InternationalClient.statusIn(bank.status(key))).isEqualTo("PDNG");
        assertThat(creditsAtTheDomesticBank("B-CNY")).isEmpty();
    }

    @Test
    void leavesThePayoutOfTheSameOrderAlone() {
        bank.pay(PayoutDocument.of(key, "5.00", "99001122").withReference("ORD-TUR-NEVER"));

        assertThat(bank.await(key, "ACSC").status()).isEqualTo(200);
    }

    private PayoutDocument topUpReturn(String reference) {
        return PayoutDocument.topUpReturn(key, "5.00", "B-CNY").withReference(reference);
    }

    private List<String> creditsAtTheDomesticBank(String account) {
        return domestic.statement(account)
                .json()
                .get("lines")
                .valueStream()
                .filter(line -> line.get("orderNo").asString().equals(key))
                .map(TopUpReturnsTest::describe)
                .toList();
    }

    private static String describe(JsonNode line) {
        return String.join(
                " ",
                line.get("kind").asString(),
                line.get("direction").asString(),
                line.get("amount").asString(),
                line.get("bankReference").asString());
    }
}
