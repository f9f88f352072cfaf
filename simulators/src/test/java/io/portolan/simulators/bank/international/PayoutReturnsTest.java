package io.portolan.simulators.bank.international;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.simulators.testing.InternationalClient;
import io.portolan.simulators.testing.PayoutDocument;
import io.portolan.simulators.testing.SimulatorExtension;
import io.portolan.simulators.testing.XmlResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** How payouts come back after they were settled. */
class PayoutReturnsTest {

    @RegisterExtension
    static final SimulatorExtension simulators = new SimulatorExtension();

    private final InternationalClient bank = simulators.international();
    private final String key = SimulatorExtension.newKey();

    @ParameterizedTest
    @CsvSource({
        "USD, 100.99, 98.49",
        "USD, 2.51, 0.01",
        "USD, 2.50, 2.38",
        "USD, 0.01, 0.01",
        "JPY, 1000, 950",
        "JPY, 1, 1",
        "KWD, 10.000, 7.500",
        "KWD, 2.500, 2.375"
    })
    void comesBackShortByAFlatFeeButNeverAsNothing(String currency, String paid, String returned) {
        bank.pay(PayoutDocument.of(key, paid, "99000013").in(currency));

        var back = transactions(bank.awaitReturns(key, 1)).getFirst();

        assertThat(back.text("OrgnlIntrBkSttlmAmt")).isEqualTo(paid);
        assertThat(back.text("RtrdIntrBkSttlmAmt")).isEqualTo(returned);
        assertThat(back.text("RtrRsnInf/Rsn/Cd")).isEqualTo("AC04");
        assertThat(bank.entries("D-" + currency, key))
                .hasSize(2)
                .last()
                .isEqualTo("RETURN CRDT " + returned + " " + back.text("RtrId"));
    }

    @Test
    void comesBackTwiceEachTimeInFullUnderAReferenceOfItsOwn() {
        bank.pay(key, "100.99", "99000014");

        var document = bank.awaitReturns(key, 2);

        var both = transactions(document);
        var first = both.getFirst();
        assertThat(document.text("PmtRtr/GrpHdr/NbOfTxs")).isEqualTo("2");
        assertThat(both).extracting(back -> back.text("RtrdIntrBkSttlmAmt")).containsExactly("100.99", "100.99");
        assertThat(both).extracting(back -> back.text("OrgnlInstrId")).containsOnly(key);
        assertThat(both.getLast().text("RtrId")).isNotEqualTo(first.text("RtrId"));
        assertThat(both.getLast().text("SttlmTmIndctn/CdtDtTm")).isGreaterThan(first.text("SttlmTmIndctn/CdtDtTm"));
        assertThat(bank.entries("D-USD", key).subList(1, 3))
                .containsExactly(
                        "RETURN CRDT 100.99 " + first.text("RtrId"),
                        "RETURN CRDT 100.99 " + both.getLast().text("RtrId"));
    }

    @Test
    void keepsTheReferencesOfItsReturns() {
        bank.pay(key, "100.99", "99000014");
        var before = transactions(bank.awaitReturns(key, 2));

        simulators.restart();

        assertThat(transactions(simulators.international().awaitReturns(key, 2)))
                .extracting(back -> back.text("RtrId"))
                .isEqualTo(before.stream().map(back -> back.text("RtrId")).toList());
    }

    @Test
    void callsBackAboutEachReturn() {
        bank.pay(key, "100.99", "99000014");

        // One when it is booked, one when it settles, and one for each return.
        var calls = simulators.callbacks.await(key, 4);

        assertThat(calls.stream().map(call -> call.body()).distinct()).hasSize(4);
    }

    @Test
    void comesBackInFullBecauseTheAccountIsWrong() {
        bank.pay(key, "100.99", "99000015");

        var back = transactions(bank.awaitReturns(key, 1)).getFirst();

        assertThat(back.text("RtrdIntrBkSttlmAmt")).isEqualTo("100.99");
        assertThat(back.text("RtrRsnInf/Rsn/Cd")).isEqualTo("AC01");
        assertThat(InternationalClient.statusIn(bank.status(key))).isEqualTo("ACSC");
    }

    private static List<XmlResponse> transactions(XmlResponse document) {
        List<Element> transactions = document.elements("PmtRtr/TxInf");
        return transactions.stream().map(XmlResponse::new).toList();
    }
}
