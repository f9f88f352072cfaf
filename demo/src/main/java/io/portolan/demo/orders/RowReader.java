package io.portolan.demo.orders;

import io.portolan.domain.input.TextRule;
import io.portolan.domain.input.Violation;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
import io.portolan.domain.party.PostalAddress;
import io.portolan.domain.payment.Order;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads one row, and records everything that is wrong with it: a field is checked even if another is wrong already. */
final class RowReader {
    private static final Set<String> EXPECTED_STATUSES =
            Set.of("completed", "refunded", "failed", "cancelled", "processing", "refunding");
    private static final Predicate<String> REASON =
            Pattern.compile("[a-z0-9_]{1,64}").asMatchPredicate();

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
        String reference = text(OrderColumn.ORDER_REFERENCE, Order.REFERENCE);
        String payerName = text(OrderColumn.PAYER_NAME, Party.NAME);
        var payerAccount = localAccount(OrderColumn.PAYER_ACCOUNT, OrderColumn.PAYER_BANK);
        Optional<Money> source = amount();
        Optional<Currency> destination = currency(OrderColumn.DESTINATION_CURRENCY);
        source.map(Money::currency)
                .filter(currency -> destination.equals(Optional.of(currency)))
                .ifPresent(same -> addError(OrderColumn.DESTINATION_CURRENCY, same + " is the source currency too"));
        String payeeName = text(OrderColumn.PAYEE_NAME, Party.NAME);
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

    private String text(OrderColumn column, TextRule rule) {
        String text = fields.apply(column);
        if (text.isBlank()) {
            addError(column, "is empty");
        } else if (text.length() > rule.maxLength()) {
            addError(column, "is too long (%d characters)".formatted(text.length()));
        } else if (!rule.isMetBy(text)) {
            addError(column, "contains a line break or control character");
        }
        return text;
    }

    private Optional<AccountNumber> account(OrderColumn numberColumn, OrderColumn bankColumn) {
        return fields.apply(bankColumn).isEmpty()
                ? iban(numberColumn, bankColumn)
                : localAccount(numberColumn, bankColumn);
    }

    private Optional<AccountNumber> localAccount(OrderColumn numberColumn, OrderColumn bankColumn) {
        String number = fields.apply(numberColumn);
        String bank = fields.apply(bankColumn);
        // Both are checked, so that both are named if both are wrong.
        boolean isNumberValid = matches(numberColumn, number, AccountNumber.NUMBER::isMetBy);
        boolean isBankValid = matches(bankColumn, bank, AccountNumber.BANK::isMetBy);
        return isNumberValid && isBankValid ? Optional.of(new AccountNumber.Local(number, bank)) : Optional.empty();
    }

    private Optional<AccountNumber> iban(OrderColumn column, OrderColumn bankColumn) {
        String number = fields.apply(column);
        List<Violation> violations = AccountNumber.IBAN.violationsOf(number);
        violations.forEach(violation -> addError(
                column,
                "must be a valid IBAN, because %s is empty (%s)".formatted(bankColumn.header(), violation.detail())));
        return violations.isEmpty() ? Optional.of(new AccountNumber.Iban(number)) : Optional.empty();
    }

    private Optional<Money> amount() {
        Optional<Currency> currency = currency(OrderColumn.SOURCE_CURRENCY);
        String decimal = fields.apply(OrderColumn.SOURCE_AMOUNT);
        try {
            // With a wrong currency, at least the form of the amount is checked.
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
        String street = text(OrderColumn.PAYEE_STREET, PostalAddress.STREET);
        String building = text(OrderColumn.PAYEE_BUILDING, PostalAddress.BUILDING);
        String postalCode = text(OrderColumn.PAYEE_POSTAL_CODE, PostalAddress.POSTAL_CODE);
        String city = text(OrderColumn.PAYEE_CITY, PostalAddress.CITY);
        String country = fields.apply(OrderColumn.PAYEE_COUNTRY);
        if (!PostalAddress.COUNTRY.isMetBy(country)) {
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
            addError(OrderColumn.EXPECT_STATUS, "unknown status '%s'".formatted(status));
        }
        if (!reason.isEmpty()) {
            matches(OrderColumn.EXPECT_REASON, reason, REASON);
        }
        return new Expectation(status.isEmpty() ? null : status, reason.isEmpty() ? null : reason);
    }

    private boolean matches(OrderColumn column, String text, Predicate<String> format) {
        boolean isValid = format.test(text);
        if (!isValid) {
            addError(column, "'%s' is not valid".formatted(text));
        }
        return isValid;
    }

    private void addError(OrderColumn column, String what) {
        errors.add(new CellError(lineNumber, column.header(), what + "; " + column.advice()));
    }
}
