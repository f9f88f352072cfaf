package io.portolan.banks.signedjson;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.Statement;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The bank's statement as it was answered. One whose lines do not lead from its opening to its closing balance is incomplete, so it is refused. */
record StatementReader(NostroAccount account, LocalDate date) {

    Statement read(JsonFields fields) throws InvalidResponse {
        fields.requireEquals("account", account.number());
        fields.requireEquals("currency", account.currency().code());
        fields.requireEquals("date", date.toString());
        List<Statement.Line> lines = new ArrayList<>();
        for (JsonFields line : fields.objects("lines")) {
            lines.add(line(line));
        }
        Money opening = fields.amount("openingBalance", account.currency());
        Money closing = fields.amount("closingBalance", account.currency());
        requireSum(opening, lines, closing);
        return new Statement(account, date, opening, closing, lines);
    }

    private Statement.Line line(JsonFields line) throws InvalidResponse {
        return new Statement.Line(
                line.findIdentifier("orderNo").orElse(""),
                line.identifier("bankReference"),
                signedAmount(line, account.currency()),
                line.time("bookedAt"));
    }

    private static Money signedAmount(JsonFields line, Currency currency) throws InvalidResponse {
        Money amount = line.amount("amount", currency);
        if (!amount.isPositive()) {
            throw new InvalidResponse("a line's amount is not positive");
        }
        return switch (line.text("direction")) {
            case "CREDIT" -> amount;
            case "DEBIT" -> amount.negated();
            default -> throw new InvalidResponse("a line is neither CREDIT nor DEBIT");
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
        throw new InvalidResponse("the lines do not lead from the opening to the closing balance");
    }
}
