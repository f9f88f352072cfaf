package io.portolan.simulators.bank.international;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.simulators.testing.InternationalClient;
import io.portolan.simulators.testing.PayoutDocument;
import io.portolan.simulators.testing.Response;
import io.portolan.simulators.testing.SimulatorExtension;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayoutsTest {

    private static final String SELLER = "990011223344";

    @RegisterExtension
    static final SimulatorExtension simulators = new SimulatorExtension();

    private final InternationalClient bank = simulators.international();
    private final String key = SimulatorExtension.newKey();

    @Test
    void storesThenBooksThenSettlesAPayout() {
        var response = bank.pay(key, "994.50", SELLER);

        assertThat(response.status()).isEqualTo(202);
        assertThat(response.xml().namespace()).isEqualTo("urn:iso:std:iso:20022:tech:xsd:pain.002.001.10");
        assertThat(InternationalClient.statusIn(response)).isEqualTo("PDNG");
        assertThat(response.xml().text("CstmrPmtStsRpt/OrgnlGrpInfAndSts/OrgnlMsgId"))
                .isEqualTo(key);
        assertThat(response.xml().text("CstmrPmtStsRpt/OrgnlPmtInfAndSts/OrgnlPmtInfId"))
                .isEqualTo(key);
        var settled = bank.await(key, "ACSC");
        assertThat(InternationalClient.transaction(settled, "OrgnlInstrId")).isEqualTo(key);
        assertThat(InternationalClient.transaction(settled, "OrgnlEndToEndId")).isEqualTo(key);
        assertThat(InternationalClient.transaction(settled, "AccptncDtTm")).endsWith("Z");
        assertThat(InternationalClient.transaction(settled, "TrckrData/ConfdDt/DtTm"))
                .endsWith("Z");
        assertThat(InternationalClient.transaction(settled, "TrckrData/ConfdAmt"))
                .isEqualTo("994.50");
        assertThat(InternationalClient.transaction(settled, "AcctSvcrRef")).matches("D[0-9]{11}");
        assertThat(InternationalClient.transaction(settled, "OrgnlTxRef/Amt/InstdAmt"))
                .isEqualTo("994.50");
    }

    @ParameterizedTest
    @CsvSource({"USD,994.50", "JPY,149251", "KWD,304.120"})
    void paysInEveryCurrencyWithItsOwnDecimals(String currency, String amount) {
        bank.pay(PayoutDocument.of(key, amount, SELLER).in(currency));

        bank.await(key, "ACSC");

        assertThat(bank.statement("D-" + currency).body()).contains(">" + amount + "<");
    }

    @ParameterizedTest
    @CsvSource({"USD,994.5", "USD,994", "JPY,149251.0", "KWD,304.12", "USD,0.00", "USD,-1.00", "XXX,1.00"})
    void rejectsAnAmountWithOtherDecimals(String currency, String amount) {
        assertThat(bank.pay(PayoutDocument.of(key, amount, SELLER).in(currency)).status())
                .isEqualTo(400);
        assertThat(bank.status(key).status()).isEqualTo(404);
    }

    @Test
    void answersARepeatWithALaterCreationTime() {
        bank.pay(key, "1.00", SELLER);
        bank.await(key, "ACSC");

        var later = PayoutDocument.of(key, "1.00", SELLER).xmlCreatedAt("2026-11-22T10:00:00.000Z");
        var repeat = bank.send("POST", InternationalClient.PAYMENTS, later);

        assertThat(repeat.status()).isEqualTo(200);
        assertThat(InternationalClient.statusIn(repeat)).isEqualTo("ACSC");
    }

    @Test
    void rejectsAKnownKeyWithOtherContent() {
        bank.pay(key, "1.00", SELLER);

        assertThat(bank.pay(key, "2.00", SELLER).status()).isEqualTo(409);
        assertThat(bank.pay(key, "1.00", "990011223355").status()).isEqualTo(409);
    }

    @Test
    void answersUnknownIdsWithNotFound() {
        assertThat(bank.status(key)).isEqualTo(new Response(404, "UNKNOWN_ID"));
        assertThat(bank.payoutReturn(key)).isEqualTo(new Response(404, "NOT_RETURNED"));
    }

    @Test
    void neverOverdrawsTheCustomersAccount() {
        var response = bank.pay(key, "999999999.00", SELLER);

        assertThat(response.status()).isEqualTo(422);
        assertThat(InternationalClient.statusIn(response)).isEqualTo("RJCT");
        assertThat(InternationalClient.reasonIn(response)).isEqualTo("AM04");
        assertThat(bank.pay(key, "999999999.00", SELLER).status()).isEqualTo(422);
        assertThat(InternationalClient.statusIn(bank.status(key))).isEqualTo("RJCT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<PstlAdr><TwnNm>New York</TwnNm></PstlAdr>",
                "<PstlAdr><Ctry>US</Ctry></PstlAdr>",
                "<PstlAdr><TwnNm>New York</TwnNm><Ctry>USA</Ctry></PstlAdr>",
                "<PstlAdr><TwnNm>New York</TwnNm><Ctry>US</Ctry><AdrLine>1 Main Street</AdrLine></PstlAdr>"
            })
    void rejectsAnAddressThatIsNotStructured(String address) {
        var response = bank.pay(PayoutDocument.of(key, "1.00", SELLER).withAddress(address));

        assertThat(response.status()).isEqualTo(422);
        assertThat(InternationalClient.reasonIn(response)).isEqualTo("BE04");
    }

    @Test
    void rejectsAnInvalidBankCode() {
        var response = bank.pay(PayoutDocument.of(key, "1.00", SELLER).withAgent("<BICFI>CHASE</BICFI>"));

        assertThat(InternationalClient.reasonIn(response)).isEqualTo("RC01");
    }

    @Test
    void rejectsAnInvalidIban() {
        var response = bank.pay(PayoutDocument.of(key, "1.00", SELLER).toIban("89370400440532013000"));

        assertThat(InternationalClient.reasonIn(response)).isEqualTo("AC01");
    }

    @Test
    void paysToAnIbanAtABankThatIsNotProvided() {
        var order = PayoutDocument.of(key, "1.00", SELLER)
                .toIban("DE89370400440532013000")
                .withAgent("<Othr><Id>NOTPROVIDED</Id></Othr>");

        assertThat(bank.pay(order).status()).isEqualTo(202);
    }

    @Test
    void rejectsAnAccountThatIsNotTheCustomers() {
        var document = PayoutDocument.of(key, "1.00", SELLER).xml().replace("<Id>D-USD</Id>", "<Id>D-CNY</Id>");

        assertThat(InternationalClient.reasonIn(bank.send("POST", InternationalClient.PAYMENTS, document)))
                .isEqualTo("AG01");
    }

    @Test
    void balancesItsStatement() {
        bank.pay(key, "3.00", SELLER);
        bank.await(key, "ACSC");

        var statement = bank.statement("D-USD").xml();

        assertThat(statement.namespace()).isEqualTo("urn:iso:std:iso:20022:tech:xsd:camt.053.001.08");
        var path = "BkToCstmrStmt/Stmt/";
        assertThat(statement.text(path + "Acct/Id/Othr/Id")).isEqualTo("D-USD");
        assertThat(statement.texts(path + "Bal/Tp/CdOrPrtry/Cd")).containsExactly("OPBD", "CLBD");
        assertThat(statement.texts(path + "Bal/CdtDbtInd")).containsOnly("CRDT");
        var sums =
                statement.texts(path + "Bal/Amt").stream().map(BigDecimal::new).toList();
        var amounts = statement.texts(path + "Ntry/Amt");
        var signs = statement.texts(path + "Ntry/CdtDbtInd");
        var closing = sums.getFirst();
        for (int i = 0; i < amounts.size(); i++) {
            var amount = new BigDecimal(amounts.get(i));
            closing = signs.get(i).equals("CRDT") ? closing.add(amount) : closing.subtract(amount);
        }
        assertThat(closing).isEqualByComparingTo(sums.getLast());
        assertThat(statement.texts(path + "Ntry/NtryDtls/TxDtls/Refs/InstrId")).contains(key);
        assertThat(statement.texts(path + "Ntry/Sts/Cd")).containsOnly("BOOK");
        assertThat(statement.texts(path + "Ntry/AddtlNtryInf")).contains("PAYOUT");
    }

    @Test
    void givesNoStatementOfAnAccountOfAnotherBank() {
        assertThat(bank.statement("B-CNY").status()).isEqualTo(404);
    }
}
