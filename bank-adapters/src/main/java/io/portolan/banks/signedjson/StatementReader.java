package io.portolan.banks.signedjson;

import io.portolan.banks.http.InvalidResponse;
import io.portolan.banks.http.JsonFields;
import io.portolan.banks.http.Response;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.Statement;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads the bank's statement of one account and date. One that is not balanced is incomplete, so it is rejected. */
record StatementReader(NostroAccount account, LocalDate date) {

    Statement read(Response response) throws InvalidResponse {
        response.requireStatus(200);
        Statement statement = statement(response.json());
        if (!statement.isBalanced()) {
            throw new InvalidResponse("the opening balance plus the lines does not equal the closing balance");
        }
        return statement;
    }

    private Statement statement(JsonFields fields) throws InvalidResponse {
        Currency currency = account.currency();
        fields.get("account").requireEquals(account.number());
        fields.get("currency").requireEquals(currency.code());
        fields.get("date").requireEquals(date.toString());
        List<Statement.Line> lines = new ArrayList<>();
        for (JsonFields entry : fields.objects("lines")) {
            lines.add(line(entry));
        }
        Money opening = fields.get("openingBalance").amount(currency);
        Money closing = fields.get("closingBalance").amount(currency);
        return new Statement(account, date, opening, closing, lines);
    }

    private Statement.Line line(JsonFields entry) throws InvalidResponse {
        return new Statement.Line(
                entry.isNull("orderNo") ? "" : entry.get("orderNo").identifier(),
                entry.get("bankReference").identifier(),
                signedAmount(entry),
                entry.get("bookedAt").time());
    }

    private Money signedAmount(JsonFields entry) throws InvalidResponse {
        Money amount = entry.get("amount").amount(account.currency());
        if (!amount.isPositive()) {
            throw new InvalidResponse("a line's amount is not positive");
        }
        return switch (entry.get("direction").text()) {
            case "CREDIT" -> amount;
            case "DEBIT" -> amount.negated();
            default -> throw new InvalidResponse("a line is neither CREDIT nor DEBIT");
        };
    }
}
