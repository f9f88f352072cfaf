package io.portolan.banks.iso20022;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.InquiryResult.Booked;
import io.portolan.domain.bank.InquiryResult.NotFound;
import io.portolan.domain.bank.InquiryResult.Pending;
import io.portolan.domain.bank.PayoutOrder;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Submission;
import io.portolan.domain.bank.Submission.Rejected;
import io.portolan.domain.bank.Submission.Taken;

/** What the bank's {@code pain.002} answers say about one payout, if they are about this payout at all. */
record StatusReportReader(PayoutOrder order) {
    private static final String MESSAGE_TYPE = "pain.002.001.10";

    Submission readSubmission(Response answer) throws InvalidResponse {
        return switch (answer.status()) {
            case 200, 202 -> taken(transaction(answer));
            case 422 -> rejected(transaction(answer));
            default -> throw answer.unexpectedStatus();
        };
    }

    private static Submission taken(XmlElement transaction) throws InvalidResponse {
        return switch (transaction.text("TxSts")) {
            case "PDNG", "ACSP", "ACSC" -> new Taken(transaction.identifier("AcctSvcrRef"));
            case "RJCT" -> new Rejected(reason(transaction));
            default -> throw unknownStatus();
        };
    }

    private static Submission rejected(XmlElement transaction) throws InvalidResponse {
        if (!transaction.text("TxSts").equals("RJCT")) {
            throw new InvalidResponse("the bank answered 422 without a rejection");
        }
        return new Rejected(reason(transaction));
    }

    InquiryResult readInquiryResult(Response answer) throws InvalidResponse {
        if (answer.isNotFound("UNKNOWN_ID")) {
            return new NotFound();
        }
        if (answer.status() != 200) {
            throw answer.unexpectedStatus();
        }
        XmlElement transaction = transaction(answer);
        return switch (transaction.text("TxSts")) {
            case "PDNG" -> new Pending(transaction.identifier("AcctSvcrRef"));
            case "ACSP" -> new Booked(transaction.identifier("AcctSvcrRef"), transaction.time("AccptncDtTm"), null);
            case "ACSC" ->
                new Booked(
                        transaction.identifier("AcctSvcrRef"),
                        transaction.time("AccptncDtTm"),
                        transaction.time("TrckrData/ConfdDt/DtTm"));
            case "RJCT" -> new InquiryResult.Rejected(reason(transaction));
            default -> throw unknownStatus();
        };
    }

    /** The one transaction that the report is about, which is the one that we asked about. */
    private XmlElement transaction(Response answer) throws InvalidResponse {
        String key = order.key().value();
        XmlElement report = answer.document(MESSAGE_TYPE).child("CstmrPmtStsRpt");
        report.requireEquals("OrgnlGrpInfAndSts/OrgnlMsgId", key);
        report.requireEquals("OrgnlPmtInfAndSts/OrgnlPmtInfId", key);
        XmlElement transaction = report.child("OrgnlPmtInfAndSts/TxInfAndSts");
        transaction.requireEquals("OrgnlInstrId", key);
        transaction.requireEquals("OrgnlEndToEndId", key);
        if (!transaction
                .amount("OrgnlTxRef/Amt/InstdAmt", order.amount().currency())
                .equals(order.amount())) {
            throw new InvalidResponse("the bank holds another amount under this key");
        }
        return transaction;
    }

    private static Reason reason(XmlElement transaction) throws InvalidResponse {
        return RejectionReasons.reasonFor(transaction.text("StsRsnInf/Rsn/Cd"));
    }

    private static InvalidResponse unknownStatus() {
        return new InvalidResponse("the bank names a state that we do not know");
    }
}
