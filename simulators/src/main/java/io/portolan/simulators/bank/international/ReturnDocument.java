package io.portolan.simulators.bank.international;

import io.portolan.simulators.instruction.PayoutReturn;
import io.portolan.simulators.wire.Rfc3339;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.xml.stream.XMLStreamException;

/** The pacs.004.001.09 that reports how much of a payout was returned, and why. */
final class ReturnDocument {

    private ReturnDocument() {}

    static String of(PayoutReturn payoutReturn) {
        return XmlText.document(
                "pacs.004.001.09",
                document -> document.element(
                        "PmtRtr",
                        message -> message.element(
                                        "GrpHdr",
                                        header -> header.leaf("MsgId", payoutReturn.reference())
                                                .leaf("CreDtTm", Rfc3339.text(payoutReturn.returnedAt()))
                                                .leaf("NbOfTxs", "1")
                                                .leaf("SttlmInf/SttlmMtd", "INDA"))
                                .element("TxInf", transaction -> write(transaction, payoutReturn))));
    }

    private static void write(XmlText transaction, PayoutReturn payoutReturn) throws XMLStreamException {
        var payout = payoutReturn.payout();
        var date = LocalDate.ofInstant(payoutReturn.returnedAt(), ZoneOffset.UTC);
        transaction
                .leaf("RtrId", payoutReturn.reference())
                .leaf("OrgnlInstrId", payout.key())
                .leaf("OrgnlEndToEndId", payout.key())
                .amount("OrgnlIntrBkSttlmAmt", payout.money())
                .amount("RtrdIntrBkSttlmAmt", payoutReturn.returnedAmount())
                .leaf("IntrBkSttlmDt", date.toString())
                .leaf("SttlmTmIndctn/CdtDtTm", Rfc3339.text(payoutReturn.returnedAt()))
                .leaf("RtrRsnInf/Rsn/Cd", "AC04");
    }
}
