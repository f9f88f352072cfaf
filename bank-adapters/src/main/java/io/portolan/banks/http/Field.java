package io.portolan.banks.http;

import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The text of one JSON field or XML element that somebody else wrote. Its name is for messages; its text never stands
 * in one.
 */
public record Field(String name, String text) {
    private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(\\.[0-9]{1,9})?Z");
    private static final Pattern IDENTIFIER = Pattern.compile("[!-~]{1,64}");

    /** The text, if it is short and without blanks, such as a reference or a state. */
    public String identifier() throws InvalidResponse {
        if (!IDENTIFIER.matcher(text).matches()) {
            throw invalid("is not 1 to 64 visible characters");
        }
        return text;
    }

    /** Rejects any other text. */
    public void requireEquals(String expected) throws InvalidResponse {
        if (!text.equals(expected)) {
            throw invalid("does not match our request");
        }
    }

    public Instant time() throws InvalidResponse {
        try {
            if (TIME.matcher(text).matches()) {
                return Instant.parse(text);
            }
        } catch (DateTimeException e) {
            // Falls through to the rejection below: the right shape, but no such time.
        }
        throw invalid("is not a time in UTC");
    }

    /** An amount in major units with exactly the currency's decimals. */
    public Money amount(Currency currency) throws InvalidResponse {
        try {
            Money amount = Money.parse(currency, text);
            if (amount.toDecimal().toPlainString().equals(text)) {
                return amount;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the rejection below, like an amount with other decimals.
        }
        throw invalid("is not an amount in " + currency);
    }

    public InstructionKey instructionKey() throws InvalidResponse {
        try {
            return InstructionKey.parse(text);
        } catch (IllegalArgumentException e) {
            throw invalid("is not an instruction key");
        }
    }

    /** This field, rejected: {@code problem} follows its name. */
    public InvalidResponse invalid(String problem) {
        return new InvalidResponse(name + " " + problem);
    }
}
