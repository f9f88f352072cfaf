package io.portolan.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import com.prowidesoftware.swift.model.mx.AbstractMX;
import com.prowidesoftware.swift.model.mx.MxCamt05300108;
import com.prowidesoftware.swift.model.mx.MxPacs00400109;
import com.prowidesoftware.swift.model.mx.MxPain00200110;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody else's model of ISO 20022 reads what the bank writes, and writes the same again. */
class IsoDocumentsIT {

    @RegisterExtension
    static final Outside outside = new Outside();

    private final InternationalClient bank = outside.international();
    private final String key = Outside.newKey();

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
        assertSameAgain(answer, report);
    }

    @Test
    void writesRefusalsThatOthersRead() {
        var answer = bank.pay(key, "994.50", "99000001");

        var report = MxPain00200110.parse(answer.body());

        var status = report.getCstmrPmtStsRpt()
                .getOrgnlPmtInfAndSts()
                .getFirst()
                .getTxInfAndSts()
                .getFirst();
        assertThat(status.getStsRsnInf().getFirst().getRsn().getCd()).isEqualTo("AC04");
        assertSameAgain(answer, report);
    }

    @Test
    void writesReturnsThatOthersRead() {
        bank.pay(key, "100.99", "99000012");
        var answer = Eventually.get(() -> bank.returned(key), returned -> returned.status() == 200);

        var returned = MxPacs00400109.parse(answer.body());

        var transaction = returned.getPmtRtr().getTxInf().getFirst();
        assertThat(transaction.getRtrdIntrBkSttlmAmt().getValue()).isEqualTo(new BigDecimal("99.99"));
        assertThat(transaction.getSttlmTmIndctn().getCdtDtTm()).isNotNull();
        assertSameAgain(answer, returned);
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
        assertSameAgain(answer, statement);
    }

    /** An element that the standard does not know, or not there, would be missing or elsewhere in the second text. */
    private static void assertSameAgain(Answer answer, AbstractMX model) {
        assertThat(names(XmlAnswer.parse(model.document()))).isEqualTo(names(answer.xml()));
    }

    private static String names(XmlAnswer document) {
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
