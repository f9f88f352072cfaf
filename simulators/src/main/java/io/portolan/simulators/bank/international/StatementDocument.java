package io.portolan.simulators.bank.international;

import io.portolan.simulators.instruction.statement.Statement;
import io.portolan.simulators.instruction.statement.Statement.Direction;
import io.portolan.simulators.instruction.statement.Statement.StatementLine;
import io.portolan.simulators.money.Money;
import io.portolan.simulators.wire.Rfc3339;
import java.time.Instant;
import java.time.LocalDate;
import javax.xml.stream.XMLStreamException;

/** The camt.053.001.08 of one business date of an account. */
final class StatementDocument {

    private StatementDocument() {}

    static String of(Statement statement, Instant at) {
        var id = statement.account() + "-" + statement.date();
        return XmlText.document(
                "camt.053.001.08",
                document -> document.element(
                        "BkToCstmrStmt",
                        message -> message.element(
                                        "GrpHdr",
                                        header -> header.leaf("MsgId", id).leaf("CreDtTm", Rfc3339.text(at)))
                                .element("Stmt", body -> write(body.leaf("Id", id), statement, at))));
    }

    private static void write(XmlText body, Statement statement, Instant at) throws XMLStreamException {
        body.leaf("CreDtTm", Rfc3339.text(at))
                .element(
                        "Acct",
                        account -> account.leaf("Id/Othr/Id", statement.account())
                                .leaf("Ccy", statement.currency().name()));
        writeBalance(body, "OPBD", statement.openingBalance(), statement.date());
        writeBalance(body, "CLBD", statement.closingBalance(), statement.date());
        for (var line : statement.lines()) {
            body.element("Ntry", entry -> writeEntry(entry, line));
        }
    }

    private static void writeBalance(XmlText body, String code, Money money, LocalDate date) throws XMLStreamException {
        body.element(
                "Bal",
                balance -> balance.leaf("Tp/CdOrPrtry/Cd", code)
                        .amount("Amt", money)
                        .leaf("CdtDbtInd", sign(Direction.CREDIT))
                        .leaf("Dt/Dt", date.toString()));
    }

    private static void writeEntry(XmlText entry, StatementLine line) throws XMLStreamException {
        entry.leaf("NtryRef", Integer.toString(line.number()))
                .amount("Amt", line.money())
                .leaf("CdtDbtInd", sign(line.direction()))
                .leaf("Sts/Cd", "BOOK")
                .leaf("BookgDt/DtTm", Rfc3339.text(line.bookedAt()))
                .leaf("AcctSvcrRef", line.reference())
                .leaf("BkTxCd/Prtry/Cd", line.purpose())
                .leaf("NtryDtls/TxDtls/Refs/InstrId", line.key())
                .leaf("AddtlNtryInf", line.purpose());
    }

    private static String sign(Direction direction) {
        return switch (direction) {
            case CREDIT -> "CRDT";
            case DEBIT -> "DBIT";
        };
    }
}
