package io.portolan.console.actions;

import java.util.List;

/** A field of the form that corrects a payee: its name in the request, and its label. */
public record PayeeField(String name, String label) {
    /** Every field, in the order of the form. */
    public static final List<PayeeField> ALL = List.of(
            new PayeeField(Typed.NAME, "Name"),
            new PayeeField(Typed.IBAN, "IBAN"),
            new PayeeField(Typed.NUMBER, "or account number"),
            new PayeeField(Typed.BANK, "at bank"),
            new PayeeField(Typed.STREET, "Street"),
            new PayeeField(Typed.BUILDING, "Building"),
            new PayeeField(Typed.POSTAL_CODE, "Postal code"),
            new PayeeField(Typed.CITY, "City"),
            new PayeeField(Typed.COUNTRY, "Country"));
}
