package io.portolan.console.payment;

import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
import io.portolan.domain.party.PostalAddress;

/** A payer or payee, with personal data masked. */
record PartyView(String name, String account, String place) {

    static PartyView of(Party party) {
        PostalAddress address = party.address();
        return new PartyView(
                party.maskedName(),
                account(party.account()),
                address == null ? "" : "%s, %s".formatted(address.city(), address.country()));
    }

    /** Four dots stand for any number of masked digits. */
    private static String account(AccountNumber account) {
        String masked = account.masked().replaceFirst("^\\*{4,}", "\u2022\u2022\u2022\u2022 ");
        return switch (account) {
            case AccountNumber.Local local -> masked + " at " + local.bank();
            case AccountNumber.Iban iban -> "IBAN " + iban.number().substring(0, 2) + " " + masked;
        };
    }
}
