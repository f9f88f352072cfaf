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
    private static final List<String> ACCOUNT = List.of(Typed.IBAN, Typed.NUMBER, Typed.BANK);
    private static final List<String> ADDRESS =
            List.of(Typed.STREET, Typed.BUILDING, Typed.POSTAL_CODE, Typed.CITY, Typed.COUNTRY);

    private final Party known;
    private final Typed typed;
    private final Map<String, String> errors = new LinkedHashMap<>();

    private PayeeCorrection(Party known, Typed typed) {
        this.known = known;
        this.typed = typed;
    }

    static PayeeCorrection of(Party known, Typed typed) {
        PayeeCorrection correction = new PayeeCorrection(known, typed);
        correction.check();
        return correction;
    }

    /** Whether anything was typed at all. */
    static boolean isTyped(Typed typed) {
        return !typed.value(Typed.NAME).isEmpty() || isAnyOf(typed, ACCOUNT) || isAnyOf(typed, ADDRESS);
    }

    /** What is wrong, by field. */
    Map<String, String> errors() {
        return errors;
    }

    /** The payee as corrected; call it only if there are no errors. */
    Party party() {
        return new Party(or(Typed.NAME, known.name()), account(), address());
    }

    private void check() {
        attempt(Typed.NAME, name -> new Party(name, known.account(), known.address()));
        checkAccount();
        attempt(Typed.STREET, street -> new PostalAddress(street, "1", "1", "-", "US"));
        attempt(Typed.BUILDING, building -> new PostalAddress("-", building, "1", "-", "US"));
        attempt(Typed.POSTAL_CODE, code -> new PostalAddress("-", "1", code, "-", "US"));
        attempt(Typed.CITY, city -> new PostalAddress("-", "1", "1", city, "US"));
        attempt(Typed.COUNTRY, PayeeCorrection::requireCountry);
        if (known.address() == null && isAnyOf(typed, ADDRESS)) {
            ADDRESS.stream()
                    .filter(field -> typed.value(field).isEmpty())
                    .forEach(field -> errors.put(field, "The payee has no address yet: fill in all of it."));
        }
    }

    private void checkAccount() {
        boolean local = isAnyOf(typed, List.of(Typed.NUMBER, Typed.BANK));
        if (local && !typed.value(Typed.IBAN).isEmpty()) {
            errors.put(Typed.IBAN, "Give either an IBAN or a number at a bank.");
            return;
        }
        attempt(Typed.IBAN, PayeeCorrection::iban);
        attempt(Typed.NUMBER, number -> new AccountNumber.Local(compact(number), "B"));
        attempt(Typed.BANK, bank -> new AccountNumber.Local("0000", bank));
        if (local && knownLocal().isEmpty()) {
            List.of(Typed.NUMBER, Typed.BANK).stream()
                    .filter(field -> typed.value(field).isEmpty())
                    .forEach(field -> errors.put(field, "The payee has an IBAN so far: give both number and bank."));
        }
    }

    private void attempt(String field, Consumer<String> rule) {
        String value = typed.value(field);
        if (value.isEmpty()) {
            return;
        }
        try {
            rule.accept(value);
        } catch (IllegalArgumentException broken) {
            errors.put(field, sentence(broken));
        }
    }

    private AccountNumber account() {
        if (!typed.value(Typed.IBAN).isEmpty()) {
            return iban(typed.value(Typed.IBAN));
        }
        if (!isAnyOf(typed, ACCOUNT)) {
            return known.account();
        }
        String bank = knownLocal().map(AccountNumber.Local::bank).orElse("");
        return new AccountNumber.Local(compact(or(Typed.NUMBER, known.account().number())), or(Typed.BANK, bank));
    }

    private @Nullable PostalAddress address() {
        PostalAddress present = known.address();
        if (!isAnyOf(typed, ADDRESS)) {
            return present;
        }
        Optional<PostalAddress> before = Optional.ofNullable(present);
        return new PostalAddress(
                or(Typed.STREET, before.map(PostalAddress::street).orElse("")),
                or(Typed.BUILDING, before.map(PostalAddress::building).orElse("")),
                or(Typed.POSTAL_CODE, before.map(PostalAddress::postalCode).orElse("")),
                or(Typed.CITY, before.map(PostalAddress::city).orElse("")),
                or(Typed.COUNTRY, before.map(PostalAddress::country).orElse("")).toUpperCase(Locale.ROOT));
    }

    private Optional<AccountNumber.Local> knownLocal() {
        return switch (known.account()) {
            case AccountNumber.Local local -> Optional.of(local);
            case AccountNumber.Iban _ -> Optional.empty();
        };
    }

    private String or(String field, String before) {
        String value = typed.value(field);
        return value.isEmpty() ? before : value;
    }

    private static boolean isAnyOf(Typed typed, List<String> fields) {
        return fields.stream().anyMatch(field -> !typed.value(field).isEmpty());
    }

    private static void requireCountry(String country) {
        if (!Arrays.asList(Locale.getISOCountries()).contains(country.toUpperCase(Locale.ROOT))) {
            throw new IllegalArgumentException("a country is two letters of ISO 3166, such as US");
        }
    }

    /** People copy accounts with the spaces that make them readable. */
    private static String compact(String account) {
        return account.replaceAll("\\s", "");
    }

    private static AccountNumber iban(String text) {
        return new AccountNumber.Iban(compact(text).toUpperCase(Locale.ROOT));
    }

    private static String sentence(IllegalArgumentException broken) {
        String rule = String.valueOf(broken.getMessage());
        return rule.substring(0, 1).toUpperCase(Locale.ROOT) + rule.substring(1) + ".";
    }
}
