package io.portolan.simulators.bank.international;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.portolan.simulators.testing.CallbackReceiver;
import io.portolan.simulators.testing.Eventually;
import io.portolan.simulators.testing.InternationalClient;
import io.portolan.simulators.testing.PayoutDocument;
import io.portolan.simulators.testing.Response;
import io.portolan.simulators.testing.SimulatorExtension;
import io.portolan.simulators.testing.XmlResponse;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayoutScenariosTest {

    @RegisterExtension
    static final SimulatorExtension simulators = new SimulatorExtension();

    private final InternationalClient bank = simulators.international();
    private final String key = SimulatorExtension.newKey();

    @ParameterizedTest
    @CsvSource({"99000001,AC04", "99000011,AC01"})
    void rejectsAPayoutAtOnce(String account, String reason) {
        var response = bank.pay(key, "5.00", account);

        assertThat(response.status()).isEqualTo(422);
        assertThat(InternationalClient.statusIn(response)).isEqualTo("RJCT");
        assertThat(InternationalClient.reasonIn(response)).isEqualTo(reason);
        assertThat(InternationalClient.reasonIn(bank.status(key))).isEqualTo(reason);
    }

    @Test
    void choosesTheScenarioByTheEndOfAnIbanToo() {
        var response = bank.pay(PayoutDocument.of(key, "5.00", "").toIban("DE02000000000000000001"));

        assertThat(InternationalClient.reasonIn(response)).isEqualTo("AC04");
    }

    @Test
    void rejectsAPayoutAfterAWhile() {
        assertThat(bank.pay(key, "5.00", "99000002").status()).isEqualTo(202);

        var rejected = bank.await(key, "RJCT");

        assertThat(InternationalClient.reasonIn(rejected)).isEqualTo("AC04");
        assertThat(bank.statement("D-USD").body()).doesNotContain(key);
    }

    @Test
    void booksASlowOneOnlyAfterTheSlowDelay() {
        var before = Instant.now();
        bank.pay(key, "5.00", "99000003");

        var settled = bank.await(key, "ACSC");

        assertThat(Instant.parse(InternationalClient.transaction(settled, "AccptncDtTm")))
                .isAfterOrEqualTo(before.plus(Duration.ofMillis(590)));
    }

    @Test
    void storesBeforeItLosesTheResponse() {
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> bank.pay(key, "5.00", "99000004"));

        bank.await(key, "ACSC");
        assertThat(bank.pay(key, "5.00", "99000004").status()).isEqualTo(200);
    }

    @Test
    void callsBackBeforeItAnswers() {
        var response = bank.pay(key, "5.00", "99000005");

        assertThat(simulators.callbacks.callbacksFor(key)).isNotEmpty();
        assertThat(InternationalClient.statusIn(response)).isEqualTo("ACSP");
    }

    @Test
    void callsBackThreeTimesWithTheSameEvent() {
        bank.pay(key, "5.00", "99000006");

        var calls = simulators.callbacks.await(key, 4);

        assertThat(calls.stream().map(CallbackReceiver.ReceivedCallback::body).distinct())
                .hasSize(2);
    }

    @Test
    void neverCallsBackAboutOneThatStaysPending() {
        bank.pay(key, "5.00", "99000007");
        var later = SimulatorExtension.newKey();
        bank.pay(later, "5.00", "99000003");

        simulators.callbacks.await(later, 1);

        assertThat(InternationalClient.statusIn(bank.status(key))).isEqualTo("PDNG");
        assertThat(simulators.callbacks.callbacksFor(key)).isEmpty();
    }

    @Test
    void answersGibberishAndPaysAllTheSame() {
        var response = bank.pay(key, "5.00", "99000008");

        assertThat(response.status()).isEqualTo(200);
        assertThatExceptionOfType(AssertionError.class).isThrownBy(response::xml);
        bank.await(key, "ACSC");
    }

    @Test
    void answersAnErrorAndPaysAllTheSame() {
        assertThat(bank.pay(key, "5.00", "99000009").status()).isEqualTo(500);

        bank.await(key, "ACSC");
    }

    @Test
    void reportsTheOppositeInItsCallback() {
        bank.pay(key, "5.00", "99000010");

        var calls = simulators.callbacks.await(key, 2);

        assertThat(calls)
                .allMatch(call -> InternationalClient.statusIn(new Response(0, call.body()))
                        .equals("RJCT"));
        bank.await(key, "ACSC");
    }

    @Test
    void returnsASettledPayoutShortByAFee() {
        bank.pay(key, "100.99", "99000012");
        bank.await(key, "ACSC");

        var response = Eventually.get(() -> bank.payoutReturn(key), returned -> returned.status() == 200);

        var xml = response.xml();
        assertThat(xml.namespace()).isEqualTo("urn:iso:std:iso:20022:tech:xsd:pacs.004.001.09");
        assertThat(xml.text("PmtRtr/TxInf/OrgnlInstrId")).isEqualTo(key);
        assertThat(xml.text("PmtRtr/TxInf/OrgnlEndToEndId")).isEqualTo(key);
        assertThat(xml.text("PmtRtr/TxInf/OrgnlIntrBkSttlmAmt")).isEqualTo("100.99");
        assertThat(xml.text("PmtRtr/TxInf/RtrdIntrBkSttlmAmt")).isEqualTo("99.99");
        assertThat(xml.text("PmtRtr/TxInf/SttlmTmIndctn/CdtDtTm")).endsWith("Z");
        assertThat(xml.text("PmtRtr/TxInf/RtrRsnInf/Rsn/Cd")).isEqualTo("AC04");
        var statement = bank.statement("D-USD").xml();
        var back = statement.elements("BkToCstmrStmt/Stmt/Ntry").stream()
                .map(XmlResponse::new)
                .filter(entry -> entry.text("NtryDtls/TxDtls/Refs/InstrId").equals(key))
                .map(entry -> entry.text("AddtlNtryInf") + " " + entry.text("CdtDbtInd") + " " + entry.text("Amt"));
        assertThat(back).containsExactly("PAYOUT DBIT 100.99", "RETURN CRDT 99.99");
        assertThat(InternationalClient.statusIn(bank.status(key))).isEqualTo("ACSC");
    }
}
