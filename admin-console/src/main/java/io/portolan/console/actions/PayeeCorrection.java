package io.portolan.console.actions;

import io.portolan.domain.input.Input;
import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
import io.portolan.domain.party.PostalAddress;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Corrected details of a payee, as typed: a field left empty keeps what is known, so that a page need not show it. The corrected payee obeys the
 * same rules as a new one.
 */
final class PayeeCorrection {
    private static final Map<String, String> FIELD_BY_POINTER = Map.ofEntries(
            Map.entry("/name", ActionForm.PAYEE_NAME),
            Map.entry("/account", ActionForm.IBAN),
            Map.entry("/account/iban", ActionForm.IBAN),
            Map.entry("/account/number", ActionForm.ACCOUNT_NUMBER),
            Map.entry("/account/bank", ActionForm.BANK),
            Map.entry("/address", ActionForm.STREET),
            Map.entry("/address/street", ActionForm.STREET),
            Map.entry("/address/building", ActionForm.BUILDING),
            Map.entry("/address/postal_code", ActionForm.POSTAL_CODE),
            Map.entry("/address/city", ActionForm.CITY),
            Map.entry("/address/country", ActionForm.COUNTRY));

    private final Input payee;

    private PayeeCorrection(Input payee) {
        this.payee = payee;
    }

    static PayeeCorrection of(Party current, ActionForm form) {
        Map<String, Object> payee = new LinkedHashMap<>();
        payee.put("name", current.name());
        put(payee, "name", form.value(ActionForm.PAYEE_NAME));
        payee.put("account", accountOf(current.account(), form));
        Map<String, Object> address = addressOf(current.address(), form);
        if (!address.isEmpty()) {
            payee.put("address", address);
        }
        return new PayeeCorrection(new Input(payee));
    }

    /** Whether anything was typed at all. */
    static boolean isRequested(ActionForm form) {
        return FIELD_BY_POINTER.values().stream()
                .anyMatch(field -> !form.value(field).isEmpty());
    }

    /** What is wrong, by field. */
    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        Party.PAYEE
                .violationsOf(payee)
                .forEach(violation -> errors.putIfAbsent(
                        Objects.requireNonNull(FIELD_BY_POINTER.get(violation.pointer())), violation.detail()));
        return errors;
    }

    /** The payee as corrected; call it only if there are no errors. */
    Party correctedPayee() {
        return Party.of(payee);
    }

    /** An IBAN takes the place of a number at a bank, and the other way round. People copy both with the spaces that make them readable. */
    private static Map<String, Object> accountOf(AccountNumber current, ActionForm form) {
        String iban = withoutSpaces(form.value(ActionForm.IBAN)).toUpperCase(Locale.ROOT);
        String number = withoutSpaces(form.value(ActionForm.ACCOUNT_NUMBER));
        String bank = form.value(ActionForm.BANK);
        Map<String, Object> account = new LinkedHashMap<>();
        switch (current) {
            case AccountNumber.Iban known
            when number.isEmpty() && bank.isEmpty() -> account.put("iban", known.number());
            case AccountNumber.Local known
            when iban.isEmpty() -> {
                account.put("number", known.number());
                account.put("bank", known.bank());
            }
            case AccountNumber.Iban _, AccountNumber.Local _ -> {}
        }
        put(account, "iban", iban);
        put(account, "number", number);
        put(account, "bank", bank);
        return account;
    }

    private static Map<String, Object> addressOf(@Nullable PostalAddress current, ActionForm form) {
        Map<String, Object> address = new LinkedHashMap<>();
        if (current != null) {
            address.put("street", current.street());
            address.put("building", current.building());
            address.put("postal_code", current.postalCode());
            address.put("city", current.city());
            address.put("country", current.country());
        }
        put(address, "street", form.value(ActionForm.STREET));
        put(address, "building", form.value(ActionForm.BUILDING));
        put(address, "postal_code", form.value(ActionForm.POSTAL_CODE));
        put(address, "city", form.value(ActionForm.CITY));
        put(address, "country", form.value(ActionForm.COUNTRY).toUpperCase(Locale.ROOT));
        return address;
    }

    private static void put(Map<String, Object> fields, String name, String typed) {
        if (!typed.isEmpty()) {
            fields.put(name, typed);
        }
    }

    private static String withoutSpaces(String account) {
        return account.replaceAll("\\s", "");
    }
}
