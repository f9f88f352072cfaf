package io.portolan.console.actions;

import java.util.List;

/** A field of the form that corrects a payee: its name in the request, and its label. */
public record PayeeField(String name, String label) {
    /** Every field, in the order of the form. */
    public static final List<PayeeField> ALL = List.of(
            new PayeeField(ActionForm.PAYEE_NAME, "Name"),
            new PayeeField(ActionForm.IBAN, "IBAN"),
            new PayeeField(ActionForm.ACCOUNT_NUMBER, "or account number"),
            new PayeeField(ActionForm.BANK, "Bank"),
            new PayeeField(ActionForm.STREET, "Street"),
            new PayeeField(ActionForm.BUILDING, "Building"),
            new PayeeField(ActionForm.POSTAL_CODE, "Postal code"),
            new PayeeField(ActionForm.CITY, "City"),
            new PayeeField(ActionForm.COUNTRY, "Country"));
}
