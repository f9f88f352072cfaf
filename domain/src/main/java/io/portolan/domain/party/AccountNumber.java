package io.portolan.domain.party;

import io.portolan.domain.input.Input;
import io.portolan.domain.input.ObjectRule;
import io.portolan.domain.input.OneOfRule;
import io.portolan.domain.input.TextRule;

/** Where a party keeps its money: an IBAN, or a number at a named bank. */
public sealed interface AccountNumber {
    TextRule IBAN = TextRule.matching(
                    "[A-Z]{2}[0-9]{2}[A-Z0-9]{1,30}",
                    "iban-format",
                    "Must be two capital letters, two digits and up to 30 capital letters or digits, without spaces.")
            .and(
                    IbanFormat::isCountryKnown,
                    "iban-country",
                    _ -> "The first two letters must be the code of a country that uses IBANs.")
            .and(
                    IbanFormat::isLengthRight,
                    "iban-length",
                    iban -> "An IBAN of this country has %d characters; this one has %d."
                            .formatted(IbanFormat.lengthFor(iban), iban.length()))
            .and(
                    IbanFormat::isChecksumRight,
                    "iban-checksum",
                    _ -> "The check digits are wrong; a character is probably mistyped.");
    TextRule NUMBER = TextRule.matching(
            "[A-Za-z0-9-]{4,34}", "account-number", "Must be 4 to 34 letters, digits or hyphens, without spaces.");
    TextRule BANK = TextRule.matching(
            "[A-Za-z0-9]{1,11}", "bank-format", "Must be a BIC or a bank's short name: 1 to 11 letters and digits.");

    ObjectRule IBAN_RULE = ObjectRule.empty().required("iban", IBAN);
    ObjectRule LOCAL_RULE = ObjectRule.empty().required("number", NUMBER).required("bank", BANK);

    /** An account in either form. */
    OneOfRule RULE = OneOfRule.of(
            "account-form", "Must have either iban, or number and bank, but not both.", IBAN_RULE, LOCAL_RULE);

    /** The number as the bank knows it. */
    String number();

    /** The account of an input that was checked by {@link #RULE}. */
    static AccountNumber of(Input input) {
        return input.text("iban")
                .<AccountNumber>map(Iban::new)
                .orElseGet(() -> new Local(input.requireText("number"), input.requireText("bank")));
    }

    /** All but the last four characters hidden, for logs, screens and answers. */
    default String masked() {
        String number = number();
        int shown = Math.min(4, number.length() / 2);
        return "*".repeat(number.length() - shown) + number.substring(number.length() - shown);
    }

    /**
     * An International Bank Account Number (ISO 13616) of its country's length with a right checksum; spaces are not
     * part of it.
     */
    record Iban(String number) implements AccountNumber {
        public Iban {
            IBAN.require("iban", number);
        }
    }

    /** A domestic account number at a bank, which is a BIC or a short name of the configuration. */
    record Local(String number, String bank) implements AccountNumber {
        public Local {
            NUMBER.require("number", number);
            BANK.require("bank", bank);
        }
    }
}
