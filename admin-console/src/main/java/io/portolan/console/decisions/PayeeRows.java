package io.portolan.console.decisions;

import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
import io.portolan.domain.party.PostalAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Two payees beside each other, field by field. */
final class PayeeRows {
    private PayeeRows() {}

    /** Every field that either has, as it is: for whoever has to check it. */
    static List<ContentRow> of(Party before, Party after) {
        Map<String, String> old = fieldsOf(before);
        Map<String, String> corrected = fieldsOf(after);
        Set<String> labels = new LinkedHashSet<>(corrected.keySet());
        labels.addAll(old.keySet());
        return labels.stream()
                .map(label ->
                        new ContentRow(label, old.getOrDefault(label, "none"), corrected.getOrDefault(label, "none")))
                .toList();
    }

    /** The payee with personal data masked. */
    static List<ContentRow> masked(Party payee) {
        List<ContentRow> rows = new ArrayList<>();
        rows.add(ContentRow.of("Payee", payee.maskedName()));
        rows.add(ContentRow.of("Account", payee.account().masked()));
        PostalAddress address = payee.address();
        if (address != null) {
            rows.add(ContentRow.of("Place", address.city() + ", " + address.country()));
        }
        return List.copyOf(rows);
    }

    private static Map<String, String> fieldsOf(Party party) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Name", party.name());
        switch (party.account()) {
            case AccountNumber.Iban(String number) -> fields.put("IBAN", number);
            case AccountNumber.Local(String number, String bank) -> {
                fields.put("Account number", number);
                fields.put("Bank", bank);
            }
        }
        PostalAddress address = party.address();
        if (address != null) {
            fields.put("Street", address.street());
            fields.put("Building", address.building());
            fields.put("Postal code", address.postalCode());
            fields.put("City", address.city());
            fields.put("Country", address.country());
        }
        return fields;
    }
}
