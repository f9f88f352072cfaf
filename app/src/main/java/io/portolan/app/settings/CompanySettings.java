package io.portolan.app.settings;

import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
import io.portolan.domain.party.PostalAddress;

/** Who holds our accounts at banks: our name and address, as transfers between these accounts carry them. */
public record CompanySettings(
        String name, String street, String building, String postalCode, String city, String country) {
    /** The holder of our accounts; which account a transfer goes to, it says itself. */
    public Party holder() {
        PostalAddress address = new PostalAddress(street, building, postalCode, city, country);
        return new Party(name, new AccountNumber.Local("PORTOLAN", "PORTOLAN"), address);
    }
}
