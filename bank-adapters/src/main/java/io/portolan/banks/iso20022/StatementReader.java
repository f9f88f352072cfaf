package io.portolan.banks.iso20022;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.Statement;
import io.portolan.domain.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The bank's {@code camt.053} of one account and date. One whose entries do not lead from its opening to its closing balance is refused. */
record StatementReader(NostroAccount account, LocalDate date) {
    private static final String MESSAGE_TYPE = "camt.053.001.08";

    Statement read(Response answer) throws InvalidResponse {
        if (answer.status() != 200) {
            throw answer.unexpectedStatus();
        }
        XmlElement statement = answer.document(MESSAGE_TYPE).child("BkToCstmrStmt/Stmt");
        statement.requireEquals("Acct/Id/Othr/Id", account.number());
        List<Statement.Line> lines = new ArrayList<>();
        for (XmlElement entry : statement.children("Ntry")) {
            lines.add(line(entry));
        }
        Money opening = balance(statement, "OPBD");
        Money closing = balance(statement, "CLBD");
        requireSum(opening, lines, closing);
        return new Statement(account, date, opening, closing, lines);
    }

    private Statement.Line line(XmlElement entry) throws InvalidResponse {
        entry.requireEquals("Sts/Cd", "BOOK");
        String key = entry.find("NtryDtls/TxDtls/Refs/InstrId").isPresent()
                ? entry.identifier("NtryDtls/TxDtls/Refs/InstrId")
                : "";
        return new Statement.Line(
                key, entry.identifier("AcctSvcrRef"), signedAmount(entry), entry.time("BookgDt/DtTm"));
    }

    private Money balance(XmlElement statement, String code) throws InvalidResponse {
        for (XmlElement balance : statement.children("Bal")) {
            if (balance.text("Tp/CdOrPrtry/Cd").equals(code)) {
                balance.requireEquals("Dt/Dt", date.toString());
                return signedAmount(balance);
            }
        }
        throw new InvalidResponse("the balance " + code + " is missing");
    }

    private Money signedAmount(XmlElement element) throws InvalidResponse {
        Money amount = element.amount("Amt", account.currency());
        if (amount.isNegative()) {
            throw new InvalidResponse("an amount is negative instead of being a debit");
        }
        return switch (element.text("CdtDbtInd")) {
            case "CRDT" -> amount;
            case "DBIT" -> amount.negated();
            default -> throw new InvalidResponse("CdtDbtInd is neither CRDT nor DBIT");
        };
    }

    private static void requireSum(Money opening, List<Statement.Line> lines, Money closing) throws InvalidResponse {
        try {
            Money sum = opening;
            for (Statement.Line line : lines) {
                sum = sum.plus(line.amount());
            }
            if (sum.equals(closing)) {
                return;
            }
        } catch (ArithmeticException e) {
            // Refused below: no balance is so large.
        }
        throw new InvalidResponse("the entries do not lead from the opening to the closing balance");
    }
}
