package io.portolan.console.actions;

import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
import io.portolan.domain.party.PostalAddress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Corrected details of a payee, as typed: a field left empty keeps what is known, so that a page need not show it.
 *
 * <p>The rules are the domain's own; this only finds out which field breaks one.
 */
final class PayeeCorrection {
    private static final List<String> ACCOUNT_FIELDS =
            List.of(ActionForm.IBAN, ActionForm.ACCOUNT_NUMBER, ActionForm.BANK);
    private static final List<String> ADDRESS_FIELDS = List.of(
            ActionForm.STREET, ActionForm.BUILDING, ActionForm.POSTAL_CODE, ActionForm.CITY, ActionForm.COUNTRY);

    private final Party current;
    private final ActionForm form;
    private final Map<String, String> errors = new LinkedHashMap<>();

    private PayeeCorrection(Party known, ActionForm typed) {
        this.current = known;
        this.form = typed;
    }

    static PayeeCorrection of(Party known, ActionForm typed) {
        PayeeCorrection correction = new PayeeCorrection(known, typed);
        correction.check();
        return correction;
    }

    /** Whether anything was typed at all. */
    static boolean isRequested(ActionForm typed) {
        return !typed.value(ActionForm.PAYEE_NAME).isEmpty()
                || hasAnyOf(typed, ACCOUNT_FIELDS)
                || hasAnyOf(typed, ADDRESS_FIELDS);
    }

    /** What is wrong, by field. */
    Map<String, String> errors() {
        return errors;
    }

    /** The payee as corrected; call it only if there are no errors. */
    Party correctedPayee() {
        return new Party(valueOr(ActionForm.PAYEE_NAME, current.name()), account(), address());
    }

    private void check() {
        checkField(ActionForm.PAYEE_NAME, name -> new Party(name, current.account(), current.address()));
        checkAccount();
        checkField(ActionForm.STREET, street -> new PostalAddress(street, "1", "1", "-", "US"));
        checkField(ActionForm.BUILDING, building -> new PostalAddress("-", building, "1", "-", "US"));
        checkField(ActionForm.POSTAL_CODE, code -> new PostalAddress("-", "1", code, "-", "US"));
        checkField(ActionForm.CITY, city -> new PostalAddress("-", "1", "1", city, "US"));
        checkField(ActionForm.COUNTRY, PayeeCorrection::requireCountry);
        if (current.address() == null && hasAnyOf(form, ADDRESS_FIELDS)) {
            ADDRESS_FIELDS.stream()
                    .filter(field -> form.value(field).isEmpty())
                    .forEach(field -> errors.put(field, "The payee has no address yet. Fill in every address field."));
        }
    }

    private void checkAccount() {
        boolean local = hasAnyOf(form, List.of(ActionForm.ACCOUNT_NUMBER, ActionForm.BANK));
        if (local && !form.value(ActionForm.IBAN).isEmpty()) {
            errors.put(ActionForm.IBAN, "Enter either an IBAN or an account number and bank, not both.");
            return;
        }
        checkField(ActionForm.IBAN, PayeeCorrection::parseIban);
        checkField(ActionForm.ACCOUNT_NUMBER, number -> new AccountNumber.Local(removeSpaces(number), "B"));
        checkField(ActionForm.BANK, bank -> new AccountNumber.Local("0000", bank));
        if (local && knownLocal().isEmpty()) {
            List.of(ActionForm.ACCOUNT_NUMBER, ActionForm.BANK).stream()
                    .filter(field -> form.value(field).isEmpty())
                    .forEach(field ->
                            errors.put(field, "The payee currently has an IBAN. Enter both account number and bank."));
        }
    }

    private void checkField(String field, Consumer<String> rule) {
        String value = form.value(field);
        if (value.isEmpty()) {
            return;
        }
        try {
            rule.accept(value);
        } catch (IllegalArgumentException broken) {
            errors.put(field, toSentence(broken));
        }
    }

    private AccountNumber account() {
        if (!form.value(ActionForm.IBAN).isEmpty()) {
            return parseIban(form.value(ActionForm.IBAN));
        }
        if (!hasAnyOf(form, ACCOUNT_FIELDS)) {
            return current.account();
        }
        String bank = knownLocal().map(AccountNumber.Local::bank).orElse("");
        return new AccountNumber.Local(
                removeSpaces(
                        valueOr(ActionForm.ACCOUNT_NUMBER, current.account().number())),
                valueOr(ActionForm.BANK, bank));
    }

    private @Nullable PostalAddress address() {
        PostalAddress present = current.address();
        if (!hasAnyOf(form, ADDRESS_FIELDS)) {
            return present;
        }
        Optional<PostalAddress> before = Optional.ofNullable(present);
        return new PostalAddress(
                valueOr(ActionForm.STREET, before.map(PostalAddress::street).orElse("")),
                valueOr(ActionForm.BUILDING, before.map(PostalAddress::building).orElse("")),
                valueOr(
                        ActionForm.POSTAL_CODE,
                        before.map(PostalAddress::postalCode).orElse("")),
                valueOr(ActionForm.CITY, before.map(PostalAddress::city).orElse("")),
                valueOr(ActionForm.COUNTRY, before.map(PostalAddress::country).orElse(""))
                        .toUpperCase(Locale.ROOT));
    }

    private Optional<AccountNumber.Local> knownLocal() {
        return switch (current.account()) {
            case AccountNumber.Local local -> Optional.of(local);
            case AccountNumber.Iban _ -> Optional.empty();
        };
    }

    private String valueOr(String field, String before) {
        String value = form.value(field);
        return value.isEmpty() ? before : value;
    }

    private static boolean hasAnyOf(ActionForm typed, List<String> fields) {
        return fields.stream().anyMatch(field -> !typed.value(field).isEmpty());
    }

    private static void requireCountry(String country) {
        if (!Arrays.asList(Locale.getISOCountries()).contains(country.toUpperCase(Locale.ROOT))) {
            throw new IllegalArgumentException("a country is two letters of ISO 3166, such as US");
        }
    }

    /** People copy accounts with the spaces that make them readable. */
    private static String removeSpaces(String account) {
        return account.replaceAll("\\s", "");
    }

    private static AccountNumber parseIban(String text) {
        return new AccountNumber.Iban(removeSpaces(text).toUpperCase(Locale.ROOT));
    }

    private static String toSentence(IllegalArgumentException broken) {
        String rule = String.valueOf(broken.getMessage());
        return rule.substring(0, 1).toUpperCase(Locale.ROOT) + rule.substring(1) + ".";
    }
}
