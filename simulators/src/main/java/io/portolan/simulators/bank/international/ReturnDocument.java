package io.portolan.simulators.bank.international;

import io.portolan.simulators.instruction.PayoutReturn;
import io.portolan.simulators.wire.Rfc3339;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.xml.stream.XMLStreamException;

/** The pacs.004.001.09 that says what came back of a payout, and why. */
final class ReturnDocument {

    private ReturnDocument() {}

    static String of(PayoutReturn returned) {
        return XmlText.document(
                "pacs.004.001.09",
                document -> document.element(
                        "PmtRtr",
                        message -> message.element(
                                        "GrpHdr",
                                        header -> header.leaf("MsgId", returned.reference())
                                                .leaf("CreDtTm", Rfc3339.text(returned.returnedAt()))
                                                .leaf("NbOfTxs", "1")
                                                .leaf("SttlmInf/SttlmMtd", "INDA"))
                                .element("TxInf", transaction -> write(transaction, returned))));
    }

    private static void write(XmlText transaction, PayoutReturn returned) throws XMLStreamException {
        var payout = returned.payout();
        var date = LocalDate.ofInstant(returned.returnedAt(), ZoneOffset.UTC);
        transaction
                .leaf("RtrId", returned.reference())
                .leaf("OrgnlInstrId", payout.key())
                .leaf("OrgnlEndToEndId", payout.key())
                .amount("OrgnlIntrBkSttlmAmt", payout.money())
                .amount("RtrdIntrBkSttlmAmt", returned.returnedAmount())
                .leaf("IntrBkSttlmDt", date.toString())
                .leaf("SttlmTmIndctn/CdtDtTm", Rfc3339.text(returned.returnedAt()))
                .leaf("RtrRsnInf/Rsn/Cd", "AC04");
    }
}
