package io.portolan.app.demo.orders;

import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
import io.portolan.domain.party.PostalAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.garvelink.iban.IBAN;

/** Reads one row, and notes everything that is wrong with it: a field is looked at even where another is wrong already. */
final class RowReader {
    private static final Set<String> EXPECTED_STATUSES =
            Set.of("completed", "refunded", "failed", "cancelled", "processing", "refunding");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9-]{4,34}");
    private static final Pattern BANK = Pattern.compile("[A-Za-z0-9]{1,11}");
    private static final Pattern REASON = Pattern.compile("[a-z0-9_]{1,64}");

    private final long lineNumber;
    private final Function<OrderColumn, String> fields;
    private final List<CellError> errors;

    RowReader(long line, Function<OrderColumn, String> fields, List<CellError> errors) {
        this.lineNumber = line;
        this.fields = fields;
        this.errors = errors;
    }

    /** The order, if nothing is wrong with it. */
    Optional<DemoOrder> read() {
        int before = errors.size();
        String reference = text(OrderColumn.ORDER_REFERENCE, 64);
        String payerName = text(OrderColumn.PAYER_NAME, 140);
        var payerAccount = account(OrderColumn.PAYER_ACCOUNT, OrderColumn.PAYER_BANK);
        Optional<Money> source = amount();
        Optional<Currency> destination = currency(OrderColumn.DESTINATION_CURRENCY);
        source.map(Money::currency)
                .filter(currency -> destination.equals(Optional.of(currency)))
                .ifPresent(same -> addError(OrderColumn.DESTINATION_CURRENCY, same + " is the source currency too"));
        String payeeName = text(OrderColumn.PAYEE_NAME, 140);
        var payeeAccount = account(OrderColumn.PAYEE_ACCOUNT, OrderColumn.PAYEE_BANK);
        Optional<PostalAddress> address = address();
        Expectation expectation = expectation();
        if (errors.size() > before) {
            return Optional.empty();
        }
        return Optional.of(new DemoOrder(
                lineNumber,
                reference,
                new Party(payerName, payerAccount.orElseThrow(), null),
                source.orElseThrow(),
                destination.orElseThrow(),
                new Party(payeeName, payeeAccount.orElseThrow(), address.orElseThrow()),
                expectation));
    }

    private String text(OrderColumn column, int longest) {
        String text = fields.apply(column);
        if (text.isBlank()) {
            addError(column, "nothing stands there");
        } else if (text.length() > longest) {
            addError(column, "%d characters are too many".formatted(text.length()));
        } else if (CONTROL.matcher(text).find()) {
            addError(column, "a line break or another control character stands within");
        }
        return text;
    }

    private Optional<AccountNumber> account(OrderColumn numberColumn, OrderColumn bankColumn) {
        String number = fields.apply(numberColumn);
        String bank = fields.apply(bankColumn);
        if (bank.isEmpty()) {
            return iban(numberColumn, number);
        }
        // Both are looked at, so that both are named if both are wrong.
        boolean numberIsRight = matches(numberColumn, number, NUMBER);
        boolean bankIsRight = matches(bankColumn, bank, BANK);
        return numberIsRight && bankIsRight ? Optional.of(new AccountNumber.Local(number, bank)) : Optional.empty();
    }

    private Optional<AccountNumber> iban(OrderColumn column, String number) {
        try {
            IBAN.parse(number);
            return Optional.of(new AccountNumber.Iban(number));
        } catch (IllegalArgumentException wrong) {
            addError(
                    column,
                    "without a bank beside it this is an IBAN, but not a right one (%s)".formatted(wrong.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Money> amount() {
        Optional<Currency> currency = currency(OrderColumn.SOURCE_CURRENCY);
        String decimal = fields.apply(OrderColumn.SOURCE_AMOUNT);
        try {
            // With a wrong currency, at least the form of the amount is looked at.
            Money amount = Money.parse(currency.orElse(Currency.of("KWD")), decimal);
            if (amount.isPositive()) {
                return currency.map(_ -> amount);
            }
            addError(OrderColumn.SOURCE_AMOUNT, decimal + " is not positive");
        } catch (IllegalArgumentException wrong) {
            addError(OrderColumn.SOURCE_AMOUNT, String.valueOf(wrong.getMessage()));
        }
        return Optional.empty();
    }

    private Optional<Currency> currency(OrderColumn column) {
        Optional<Currency> currency = Currency.find(fields.apply(column));
        if (currency.isEmpty()) {
            addError(column, "'%s' is not a currency".formatted(fields.apply(column)));
        }
        return currency;
    }

    private Optional<PostalAddress> address() {
        int before = errors.size();
        String street = text(OrderColumn.PAYEE_STREET, 70);
        String building = text(OrderColumn.PAYEE_BUILDING, 16);
        String postalCode = text(OrderColumn.PAYEE_POSTAL_CODE, 16);
        String city = text(OrderColumn.PAYEE_CITY, 35);
        String country = fields.apply(OrderColumn.PAYEE_COUNTRY);
        if (!COUNTRIES.contains(country)) {
            addError(OrderColumn.PAYEE_COUNTRY, "'%s' is not a country".formatted(country));
        }
        return errors.size() > before
                ? Optional.empty()
                : Optional.of(new PostalAddress(street, building, postalCode, city, country));
    }

    private Expectation expectation() {
        String status = fields.apply(OrderColumn.EXPECT_STATUS);
        String reason = fields.apply(OrderColumn.EXPECT_REASON);
        if (!status.isEmpty() && !EXPECTED_STATUSES.contains(status)) {
            addError(OrderColumn.EXPECT_STATUS, "no payment ends as '%s'".formatted(status));
        }
        if (!reason.isEmpty()) {
            matches(OrderColumn.EXPECT_REASON, reason, REASON);
        }
        return new Expectation(status.isEmpty() ? null : status, reason.isEmpty() ? null : reason);
    }

    private boolean matches(OrderColumn column, String text, Pattern shape) {
        boolean right = shape.matcher(text).matches();
        if (!right) {
            addError(column, "'%s' is not one".formatted(text));
        }
        return right;
    }

    private void addError(OrderColumn column, String what) {
        errors.add(new CellError(lineNumber, column.header(), what + "; " + column.advice()));
    }
}
