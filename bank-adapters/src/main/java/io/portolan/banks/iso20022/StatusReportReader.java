package io.portolan.banks.iso20022;

import io.portolan.banks.http.InvalidResponse;
import io.portolan.banks.http.Response;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.InquiryResult.Booked;
import io.portolan.domain.bank.InquiryResult.NotFound;
import io.portolan.domain.bank.InquiryResult.Pending;
import io.portolan.domain.bank.PayoutOrder;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Submission;
import io.portolan.domain.bank.Submission.Rejected;
import io.portolan.domain.bank.Submission.Taken;
import io.portolan.domain.money.Money;

/** What the bank's {@code pain.002} reports say about one payout, if they are about this payout at all. */
record StatusReportReader(PayoutOrder order) {
    private static final String MESSAGE_TYPE = "pain.002.001.10";

    Submission readSubmission(Response response) throws InvalidResponse {
        return switch (response.status()) {
            case 200, 202 -> submission(transaction(response));
            case 422 -> rejected(response);
            default -> throw response.unexpectedStatus();
        };
    }

    private static Submission submission(XmlElement transaction) throws InvalidResponse {
        return switch (transaction.get("TxSts").text()) {
            case "PDNG", "ACSP", "ACSC" -> new Taken(reference(transaction));
            case "RJCT" -> new Rejected(reason(transaction));
            default -> throw unknownStatus();
        };
    }

    private Submission rejected(Response response) throws InvalidResponse {
        XmlElement transaction = transaction(response);
        if (!transaction.get("TxSts").text().equals("RJCT")) {
            throw response.invalid("no rejection");
        }
        return new Rejected(reason(transaction));
    }

    InquiryResult readInquiryResult(Response response) throws InvalidResponse {
        return switch (response.status()) {
            case 200 -> inquiryResult(transaction(response));
            case 404 -> notFound(response);
            default -> throw response.unexpectedStatus();
        };
    }

    /** Only if the bank itself says so: a 404 may also be a proxy's. */
    private static NotFound notFound(Response response) throws InvalidResponse {
        if (!response.body().strip().equals("UNKNOWN_ID")) {
            throw response.unexpectedStatus();
        }
        return new NotFound();
    }

    private static InquiryResult inquiryResult(XmlElement transaction) throws InvalidResponse {
        return switch (transaction.get("TxSts").text()) {
            case "PDNG" -> new Pending(reference(transaction));
            case "ACSP" ->
                new Booked(
                        reference(transaction), transaction.get("AccptncDtTm").time(), null);
            case "ACSC" ->
                new Booked(
                        reference(transaction),
                        transaction.get("AccptncDtTm").time(),
                        transaction.get("TrckrData/ConfdDt/DtTm").time());
            case "RJCT" -> new InquiryResult.Rejected(reason(transaction));
            default -> throw unknownStatus();
        };
    }

    /** The one transaction that the report is about, which is the one that we asked about. */
    private XmlElement transaction(Response response) throws InvalidResponse {
        String key = order.key().value();
        XmlElement report = XmlElement.parseDocument(response, MESSAGE_TYPE).child("CstmrPmtStsRpt");
        report.get("OrgnlGrpInfAndSts/OrgnlMsgId").requireEquals(key);
        report.get("OrgnlPmtInfAndSts/OrgnlPmtInfId").requireEquals(key);
        XmlElement transaction = report.child("OrgnlPmtInfAndSts/TxInfAndSts");
        transaction.get("OrgnlInstrId").requireEquals(key);
        transaction.get("OrgnlEndToEndId").requireEquals(key);
        Money amount =
                transaction.amount("OrgnlTxRef/Amt/InstdAmt", order.amount().currency());
        if (!amount.equals(order.amount())) {
            throw new InvalidResponse("the bank has a different amount under this key");
        }
        return transaction;
    }

    private static String reference(XmlElement transaction) throws InvalidResponse {
        return transaction.get("AcctSvcrRef").identifier();
    }

    private static Reason reason(XmlElement transaction) throws InvalidResponse {
        return RejectionReasons.reasonFor(transaction.get("StsRsnInf/Rsn/Cd").text());
    }

    private static InvalidResponse unknownStatus() {
        return new InvalidResponse("unknown state");
    }
}
