package io.portolan.checkout.payments;

import io.portolan.checkout.requests.Fields;
import io.portolan.checkout.requests.TextRule;
import io.portolan.domain.party.AccountNumber;
import java.util.Optional;
import nl.garvelink.iban.IBAN;
import nl.garvelink.iban.IBANException;
import nl.garvelink.iban.UnknownCountryCodeException;
import nl.garvelink.iban.WrongChecksumException;
import nl.garvelink.iban.WrongLengthException;

/** Reads an account: an IBAN, or a number at a bank. */
final class AccountReader {
    private static final String IBAN_FIELD = "iban";
    private static final String NUMBER_FIELD = "number";
    private static final String BANK_FIELD = "bank";
    private static final TextRule IBAN_TEXT = TextRule.matching(
            "[A-Z]{2}[0-9]{2}[A-Z0-9]{1,30}",
            "iban-format",
            "Give two capital letters, two digits and up to 30 capital letters or digits, without spaces.");
    private static final TextRule NUMBER = TextRule.matching(
            "[A-Za-z0-9-]{4,34}", "account-number", "Give 4 to 34 letters, digits or hyphens, without spaces.");
    private static final TextRule BANK = TextRule.matching(
            "[A-Za-z0-9]{1,11}", "bank", "Give a BIC, or a bank's short name: 1 to 11 letters and digits.");

    private AccountReader() {}

    static Optional<AccountNumber> read(Fields fields) {
        boolean international = fields.has(IBAN_FIELD);
        boolean numbered = fields.has(NUMBER_FIELD);
        boolean local = fields.has(BANK_FIELD) || numbered;
        fields.rejectUnknown();
        if (international == local) {
            fields.errors()
                    .add(fields.pointer(), "account-form", "Give either an iban, or a number and a bank; not both.");
            return Optional.empty();
        }
        return international ? readIban(fields) : readLocal(fields);
    }

    private static Optional<AccountNumber> readIban(Fields fields) {
        return fields.optionalText(IBAN_FIELD, IBAN_TEXT)
                .filter(text -> isIban(text, fields))
                .map(AccountNumber.Iban::new);
    }

    private static boolean isIban(String text, Fields fields) {
        try {
            IBAN.parse(text);
            return true;
        } catch (UnknownCountryCodeException unknown) {
            fields.addError(IBAN_FIELD, "iban-country", "Begin with the code of a country that has IBANs.");
        } catch (WrongLengthException wrong) {
            String detail = "An IBAN of this country has %d characters; this has %d."
                    .formatted(wrong.getExpectedLength(), wrong.getActualLength());
            fields.addError(IBAN_FIELD, "iban-length", detail);
        } catch (WrongChecksumException wrong) {
            fields.addError(
                    IBAN_FIELD, "iban-checksum", "The check digits do not fit: a character is probably mistyped.");
        } catch (IBANException malformed) {
            fields.addError(IBAN_FIELD, IBAN_TEXT.rule(), IBAN_TEXT.detail());
        }
        return false;
    }

    private static Optional<AccountNumber> readLocal(Fields fields) {
        String number = fields.text(NUMBER_FIELD, NUMBER);
        String bank = fields.text(BANK_FIELD, BANK);
        return number.isEmpty() || bank.isEmpty()
                ? Optional.empty()
                : Optional.of(new AccountNumber.Local(number, bank));
    }
}
