package io.portolan.simulators.bank.international;

import io.portolan.simulators.instruction.Instruction;
import io.portolan.simulators.instruction.Rejection;
import io.portolan.simulators.instruction.State;
import io.portolan.simulators.wire.Rfc3339;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;

/** The pain.002.001.10 with the state of a payout. Every report has an id of its own. */
final class StatusReport {

    private StatusReport() {}

    static String of(Instruction payout, Instant at) {
        // Without its hyphens the id fits into the 35 characters of the standard.
        var messageId = UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
        return XmlText.document(
                "pain.002.001.10",
                document -> document.element(
                        "CstmrPmtStsRpt",
                        report -> report.element(
                                        "GrpHdr",
                                        header ->
                                                header.leaf("MsgId", messageId).leaf("CreDtTm", Rfc3339.text(at)))
                                .element(
                                        "OrgnlGrpInfAndSts",
                                        original -> original.leaf("OrgnlMsgId", payout.key())
                                                .leaf("OrgnlMsgNmId", "pain.001.001.09"))
                                .element(
                                        "OrgnlPmtInfAndSts",
                                        payment -> payment.leaf("OrgnlPmtInfId", payout.key())
                                                .element("TxInfAndSts", status -> write(status, payout)))));
    }

    private static void write(XmlText status, Instruction payout) throws XMLStreamException {
        status.leaf("StsId", payout.reference())
                .leaf("OrgnlInstrId", payout.key())
                .leaf("OrgnlEndToEndId", payout.key())
                .leaf("TxSts", code(payout.state()));
        Optional<Rejection> rejection = payout.state().whyRejected();
        if (rejection.isPresent()) {
            status.element(
                    "StsRsnInf",
                    reason -> reason.leaf("Rsn/Cd", rejection.get().code())
                            .leaf("AddtlInf", rejection.get().message()));
        }
        writeSettlement(status, payout);
        Optional<Instant> bookedAt = payout.state().whenBooked();
        if (bookedAt.isPresent()) {
            status.leaf("AccptncDtTm", Rfc3339.text(bookedAt.get()));
        }
        status.leaf("AcctSvcrRef", payout.reference())
                .element(
                        "OrgnlTxRef",
                        original -> original.element("Amt", amount -> amount.amount("InstdAmt", payout.money())));
    }

    /** Reports when the seller had the money, in the element that this version of the standard has for it. */
    private static void writeSettlement(XmlText status, Instruction payout) throws XMLStreamException {
        Optional<Instant> settledAt = payout.state().whenSettled();
        if (settledAt.isPresent()) {
            status.element(
                    "TrckrData",
                    tracker -> tracker.leaf("ConfdDt/DtTm", Rfc3339.text(settledAt.get()))
                            .amount("ConfdAmt", payout.money())
                            .leaf("TrckrRcrd/Agt/FinInstnId/Othr/Id", "D"));
        }
    }

    private static String code(State state) {
        return switch (state) {
            case State.Received _ -> "PDNG";
            case State.Booked _ -> "ACSP";
            case State.Settled _, State.Returned _ -> "ACSC";
            case State.RejectedAtOnce _, State.RejectedLater _ -> "RJCT";
        };
    }
}
