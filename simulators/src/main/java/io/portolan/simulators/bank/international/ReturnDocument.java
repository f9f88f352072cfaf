package io.portolan.simulators.bank.international;

import io.portolan.simulators.instruction.Instruction;
import io.portolan.simulators.instruction.PayoutReturn;
import io.portolan.simulators.wire.Rfc3339;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;

/** The pacs.004.001.09 that reports how much of a payout was returned, and why: one transaction for each return. */
final class ReturnDocument {

    private ReturnDocument() {}

    static String of(Instruction payout, List<PayoutReturn> returns, Instant at) {
        var messageId = UUID.randomUUID().toString().replace("-", "");
        return XmlText.document(
                "pacs.004.001.09",
                document -> document.element("PmtRtr", message -> {
                    message.element(
                            "GrpHdr",
                            header -> header.leaf("MsgId", messageId)
                                    .leaf("CreDtTm", Rfc3339.text(at))
                                    .leaf("NbOfTxs", Integer.toString(returns.size()))
                                    .leaf("SttlmInf/SttlmMtd", "INDA"));
                    for (var payoutReturn : returns) {
                        message.element("TxInf", transaction -> write(transaction, payout, payoutReturn));
                    }
                }));
    }

    private static void write(XmlText transaction, Instruction payout, PayoutReturn payoutReturn)
            throws XMLStreamException {
        var date = LocalDate.ofInstant(payoutReturn.returnedAt(), ZoneOffset.UTC);
        transaction
                .leaf("RtrId", payoutReturn.reference())
                .leaf("OrgnlInstrId", payout.key())
                .leaf("OrgnlEndToEndId", payout.key())
                .amount("OrgnlIntrBkSttlmAmt", payout.money())
                .amount("RtrdIntrBkSttlmAmt", payoutReturn.amount())
                .leaf("IntrBkSttlmDt", date.toString())
                .leaf("SttlmTmIndctn/CdtDtTm", Rfc3339.text(payoutReturn.returnedAt()))
                .leaf("RtrRsnInf/Rsn/Cd", payoutReturn.reason());
    }
}
