package io.portolan.simulators.bank.international;

import static org.assertj.core.api.Assertions.assertThat;

import com.prowidesoftware.swift.model.mx.AbstractMX;
import com.prowidesoftware.swift.model.mx.MxCamt05300108;
import com.prowidesoftware.swift.model.mx.MxPacs00400109;
import com.prowidesoftware.swift.model.mx.MxPain00200110;
import io.portolan.simulators.testing.Eventually;
import io.portolan.simulators.testing.InternationalClient;
import io.portolan.simulators.testing.Response;
import io.portolan.simulators.testing.SimulatorExtension;
import io.portolan.simulators.testing.XmlResponse;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An independent model of ISO 20022 reads the bank's documents and writes them the same again. */
class IsoDocumentsIT {

    @RegisterExtension
    static final SimulatorExtension simulators = new SimulatorExtension();

    private final InternationalClient bank = simulators.international();
    private final String key = SimulatorExtension.newKey();

    @Test
    void writesStatusReportsThatOthersRead() {
        bank.pay(key, "994.50", "99001122");
        var response = bank.await(key, "ACSC");

        var report = MxPain00200110.parse(response.body());

        var status = report.getCstmrPmtStsRpt()
                .getOrgnlPmtInfAndSts()
                .getFirst()
                .getTxInfAndSts()
                .getFirst();
        assertThat(status.getTxSts()).isEqualTo("ACSC");
        assertThat(status.getTrckrData().getConfdDt().getDtTm()).isNotNull();
        assertThat(status.getTrckrData().getConfdAmt().getValue()).isEqualTo(new BigDecimal("994.50"));
        assertThat(status.getAccptncDtTm()).isNotNull();
        assertRoundTrips(response, report);
    }

    @Test
    void writesRejectionsThatOthersRead() {
        var response = bank.pay(key, "994.50", "99000001");

        var report = MxPain00200110.parse(response.body());

        var status = report.getCstmrPmtStsRpt()
                .getOrgnlPmtInfAndSts()
                .getFirst()
                .getTxInfAndSts()
                .getFirst();
        assertThat(status.getStsRsnInf().getFirst().getRsn().getCd()).isEqualTo("AC04");
        assertRoundTrips(response, report);
    }

    @Test
    void writesReturnsThatOthersRead() {
        bank.pay(key, "100.99", "99000012");
        var response = Eventually.get(() -> bank.payoutReturn(key), returned -> returned.status() == 200);

        var payoutReturn = MxPacs00400109.parse(response.body());

        var transaction = payoutReturn.getPmtRtr().getTxInf().getFirst();
        assertThat(transaction.getRtrdIntrBkSttlmAmt().getValue()).isEqualTo(new BigDecimal("99.99"));
        assertThat(transaction.getSttlmTmIndctn().getCdtDtTm()).isNotNull();
        assertRoundTrips(response, payoutReturn);
    }

    @Test
    void writesTwoReturnsThatOthersRead() {
        bank.pay(key, "100.99", "99000014");
        var response = Eventually.get(
                () -> bank.payoutReturn(key),
                returned -> returned.status() == 200
                        && returned.xml().elements("PmtRtr/TxInf").size() == 2);

        var payoutReturn = MxPacs00400109.parse(response.body());

        assertThat(payoutReturn.getPmtRtr().getTxInf()).hasSize(2);
        assertRoundTrips(response, payoutReturn);
    }

    @Test
    void writesStatementsThatOthersRead() {
        bank.pay(key, "3.00", "99001122");
        bank.await(key, "ACSC");
        var response = bank.statement("D-USD");

        var statement = MxCamt05300108.parse(response.body());

        var entries = statement.getBkToCstmrStmt().getStmt().getFirst().getNtry();
        assertThat(entries)
                .isNotEmpty()
                .allMatch(entry -> entry.getSts().getCd().equals("BOOK"));
        assertRoundTrips(response, statement);
    }

    /** An element that the standard does not have in that place would be missing or moved in the second document. */
    private static void assertRoundTrips(Response response, AbstractMX model) {
        assertThat(names(XmlResponse.parse(model.document()))).isEqualTo(names(response.xml()));
    }

    private static String names(XmlResponse document) {
        var names = new StringBuilder();
        var all = document.root().getElementsByTagNameNS("*", "*");
        for (int i = 0; i < all.getLength(); i++) {
            names.append(all.item(i).getParentNode().getLocalName())
                    .append('/')
                    .append(all.item(i).getLocalName())
                    .append('\n');
        }
        return names.toString();
    }
}
