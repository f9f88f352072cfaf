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

/** Somebody else's model of ISO 20022 reads what the bank writes, and writes the same again. */
class IsoDocumentsIT {

    @RegisterExtension
    static final SimulatorExtension simulators = new SimulatorExtension();

    private final InternationalClient bank = simulators.international();
    private final String key = SimulatorExtension.newKey();

    @Test
    void writesStatusReportsThatOthersRead() {
        bank.pay(key, "994.50", "99001122");
        var answer = bank.await(key, "ACSC");

        var report = MxPain00200110.parse(answer.body());

        var status = report.getCstmrPmtStsRpt()
                .getOrgnlPmtInfAndSts()
                .getFirst()
                .getTxInfAndSts()
                .getFirst();
        assertThat(status.getTxSts()).isEqualTo("ACSC");
        assertThat(status.getTrckrData().getConfdDt().getDtTm()).isNotNull();
        assertThat(status.getTrckrData().getConfdAmt().getValue()).isEqualTo(new BigDecimal("994.50"));
        assertThat(status.getAccptncDtTm()).isNotNull();
        assertRoundTrips(answer, report);
    }

    @Test
    void writesRejectionsThatOthersRead() {
        var answer = bank.pay(key, "994.50", "99000001");

        var report = MxPain00200110.parse(answer.body());

        var status = report.getCstmrPmtStsRpt()
                .getOrgnlPmtInfAndSts()
                .getFirst()
                .getTxInfAndSts()
                .getFirst();
        assertThat(status.getStsRsnInf().getFirst().getRsn().getCd()).isEqualTo("AC04");
        assertRoundTrips(answer, report);
    }

    @Test
    void writesReturnsThatOthersRead() {
        bank.pay(key, "100.99", "99000012");
        var answer = Eventually.get(() -> bank.payoutReturn(key), returned -> returned.status() == 200);

        var returned = MxPacs00400109.parse(answer.body());

        var transaction = returned.getPmtRtr().getTxInf().getFirst();
        assertThat(transaction.getRtrdIntrBkSttlmAmt().getValue()).isEqualTo(new BigDecimal("99.99"));
        assertThat(transaction.getSttlmTmIndctn().getCdtDtTm()).isNotNull();
        assertRoundTrips(answer, returned);
    }

    @Test
    void writesStatementsThatOthersRead() {
        bank.pay(key, "3.00", "99001122");
        bank.await(key, "ACSC");
        var answer = bank.statement("D-USD");

        var statement = MxCamt05300108.parse(answer.body());

        var entries = statement.getBkToCstmrStmt().getStmt().getFirst().getNtry();
        assertThat(entries)
                .isNotEmpty()
                .allMatch(entry -> entry.getSts().getCd().equals("BOOK"));
        assertRoundTrips(answer, statement);
    }

    /** An element that the standard does not know, or not there, would be missing or elsewhere in the second text. */
    private static void assertRoundTrips(Response answer, AbstractMX model) {
        assertThat(names(XmlResponse.parse(model.document()))).isEqualTo(names(answer.xml()));
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
