package io.portolan.banks.iso20022;

import io.portolan.banks.http.InvalidResponse;
import io.portolan.banks.http.Response;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.Statement;
import io.portolan.domain.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the bank's {@code camt.053} of one account and date. One that is not balanced is incomplete, so it is rejected.
 */
record StatementReader(NostroAccount account, LocalDate date) {
    private static final String MESSAGE_TYPE = "camt.053.001.08";
    private static final String KEY_PATH = "NtryDtls/TxDtls/Refs/InstrId";

    Statement read(Response response) throws InvalidResponse {
        response.requireStatus(200);
        Statement statement =
                statement(XmlElement.parseDocument(response, MESSAGE_TYPE).child("BkToCstmrStmt/Stmt"));
        if (!statement.isBalanced()) {
            throw new InvalidResponse("the opening balance plus the entries does not equal the closing balance");
        }
        return statement;
    }

    private Statement statement(XmlElement statement) throws InvalidResponse {
        statement.get("Acct/Id/Othr/Id").requireEquals(account.number());
        List<Statement.Line> lines = new ArrayList<>();
        for (XmlElement entry : statement.children("Ntry")) {
            lines.add(line(entry));
        }
        return new Statement(account, date, balance(statement, "OPBD"), balance(statement, "CLBD"), lines);
    }

    private Statement.Line line(XmlElement entry) throws InvalidResponse {
        entry.get("Sts/Cd").requireEquals("BOOK");
        return new Statement.Line(
                entry.find(KEY_PATH).isPresent() ? entry.get(KEY_PATH).identifier() : "",
                entry.get("AcctSvcrRef").identifier(),
                signedAmount(entry),
                entry.get("BookgDt/DtTm").time());
    }

    private Money balance(XmlElement statement, String code) throws InvalidResponse {
        for (XmlElement balance : statement.children("Bal")) {
            if (balance.get("Tp/CdOrPrtry/Cd").text().equals(code)) {
                balance.get("Dt/Dt").requireEquals(date.toString());
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
        return switch (element.get("CdtDbtInd").text()) {
            case "CRDT" -> amount;
            case "DBIT" -> amount.negated();
            default -> throw new InvalidResponse("CdtDbtInd is neither CRDT nor DBIT");
        };
    }
}
