package io.portolan.banks.international;

import io.portolan.domain.bank.Finding;
import io.portolan.domain.bank.Finding.Booked;
import io.portolan.domain.bank.Finding.NotFound;
import io.portolan.domain.bank.Finding.Pending;
import io.portolan.domain.bank.Finding.Refused;
import io.portolan.domain.bank.LegOutcome;
import io.portolan.domain.bank.LegOutcome.Accepted;
import io.portolan.domain.bank.LegOutcome.Rejected;
import io.portolan.domain.bank.PayoutOrder;
import io.portolan.domain.bank.Reason;

/** What the bank's {@code pain.002} answers say about one payout, if they are about this payout at all. */
record StatusReport(PayoutOrder order) {
    private static final String TYPE = "pain.002.001.10";

    LegOutcome toInstruction(Answer answer) throws Untrustworthy {
        return switch (answer.status()) {
            case 200, 202 -> taken(transaction(answer));
            case 422 -> rejected(transaction(answer));
            default -> throw answer.unexpected();
        };
    }

    private static LegOutcome taken(XmlElement transaction) throws Untrustworthy {
        return switch (transaction.text("TxSts")) {
            case "PDNG", "ACSP", "ACSC" -> new Accepted(transaction.word("AcctSvcrRef"));
            case "RJCT" -> new Rejected(reason(transaction));
            default -> throw unknownState();
        };
    }

    private static LegOutcome rejected(XmlElement transaction) throws Untrustworthy {
        if (!transaction.text("TxSts").equals("RJCT")) {
            throw new Untrustworthy("the bank answered 422 without a rejection");
        }
        return new Rejected(reason(transaction));
    }

    Finding toInquiry(Answer answer) throws Untrustworthy {
        if (answer.isNotFound("UNKNOWN_ID")) {
            return new NotFound();
        }
        if (answer.status() != 200) {
            throw answer.unexpected();
        }
        XmlElement transaction = transaction(answer);
        return switch (transaction.text("TxSts")) {
            case "PDNG" -> new Pending(transaction.word("AcctSvcrRef"));
            case "ACSP" -> new Booked(transaction.word("AcctSvcrRef"), transaction.time("AccptncDtTm"), null);
            case "ACSC" ->
                new Booked(
                        transaction.word("AcctSvcrRef"),
                        transaction.time("AccptncDtTm"),
                        transaction.time("TrckrData/ConfdDt/DtTm"));
            case "RJCT" -> new Refused(reason(transaction));
            default -> throw unknownState();
        };
    }

    /** The one transaction that the report is about, which is the one that we asked about. */
    private XmlElement transaction(Answer answer) throws Untrustworthy {
        String key = order.key().value();
        XmlElement report = answer.document(TYPE).child("CstmrPmtStsRpt");
        report.expect("OrgnlGrpInfAndSts/OrgnlMsgId", key);
        report.expect("OrgnlPmtInfAndSts/OrgnlPmtInfId", key);
        XmlElement transaction = report.child("OrgnlPmtInfAndSts/TxInfAndSts");
        transaction.expect("OrgnlInstrId", key);
        transaction.expect("OrgnlEndToEndId", key);
        if (!transaction
                .amount("OrgnlTxRef/Amt/InstdAmt", order.amount().currency())
                .equals(order.amount())) {
            throw new Untrustworthy("the bank holds another amount under this key");
        }
        return transaction;
    }

    private static Reason reason(XmlElement transaction) throws Untrustworthy {
        return Refusal.of(transaction.text("StsRsnInf/Rsn/Cd"));
    }

    private static Untrustworthy unknownState() {
        return new Untrustworthy("the bank names a state that we do not know");
    }
}
