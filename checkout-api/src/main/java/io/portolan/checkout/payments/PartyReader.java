package io.portolan.checkout.payments;

import io.portolan.checkout.requests.Fields;
import io.portolan.checkout.requests.TextRule;
import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
import io.portolan.domain.party.PostalAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads payers and payees. An address is structured or refused: banks abroad no longer take free lines. */
final class PartyReader {
    private static final TextRule NAME = TextRule.nonBlankUpTo(140);
    private static final TextRule STREET = TextRule.nonBlankUpTo(70);
    private static final TextRule BUILDING_OR_POSTAL_CODE = TextRule.nonBlankUpTo(16);
    private static final TextRule CITY = TextRule.nonBlankUpTo(35);
    private static final String ADDRESS = "address";
    private static final String STRUCTURED_ADDRESS_RULE = "structured-address";
    private static final String STRUCTURED_ADDRESS_DETAIL =
            "Give an address as street, building, postal_code, city and country; free lines are not taken.";
    private static final TextRule COUNTRY =
            TextRule.matching("[A-Z]{2}", "country-code", "Give two capital letters of ISO 3166, such as US.");

    /** ISO 3166, and the code that banks use for Kosovo. */
    private static final Set<String> COUNTRIES =
            Stream.concat(Stream.of(Locale.getISOCountries()), Stream.of("XK")).collect(Collectors.toUnmodifiableSet());

    private PartyReader() {}

    /** The payer of a domestic collection needs no address, and an account that the domestic bank can debit: it serves no IBANs. */
    static Optional<Party> readPayer(Fields fields) {
        Optional<Party> payer =
                readParty(fields, fields.has(ADDRESS) ? readStructuredAddress(fields) : Optional.empty());
        if (payer.map(Party::account)
                .filter(AccountNumber.Iban.class::isInstance)
                .isPresent()) {
            fields.addError(
                    "account",
                    "local-account",
                    "Give the payer's account as number and bank; IBANs are not collected from.");
            return Optional.empty();
        }
        return payer;
    }

    /** The payee of a payout abroad needs an address. */
    static Optional<Party> readPayee(Fields fields) {
        return readParty(fields, readStructuredAddress(fields));
    }

    private static Optional<PostalAddress> readStructuredAddress(Fields fields) {
        if (!fields.isObject(ADDRESS)) {
            fields.addError(ADDRESS, STRUCTURED_ADDRESS_RULE, STRUCTURED_ADDRESS_DETAIL);
            return Optional.empty();
        }
        return fields.object(ADDRESS, PartyReader::readAddressFields);
    }

    private static Optional<Party> readParty(Fields fields, Optional<PostalAddress> address) {
        String name = fields.text("name", NAME);
        Optional<AccountNumber> account = fields.object("account", AccountReader::read);
        fields.rejectUnknown();
        return name.isEmpty() ? Optional.empty() : account.map(number -> new Party(name, number, address.orElse(null)));
    }

    private static Optional<PostalAddress> readAddressFields(Fields fields) {
        String street = fields.text("street", STREET);
        String building = fields.text("building", BUILDING_OR_POSTAL_CODE);
        String postalCode = fields.text("postal_code", BUILDING_OR_POSTAL_CODE);
        String city = fields.text("city", CITY);
        String country = fields.text("country", COUNTRY);
        fields.rejectUnknown(STRUCTURED_ADDRESS_RULE, STRUCTURED_ADDRESS_DETAIL);
        if (!country.isEmpty() && !COUNTRIES.contains(country)) {
            fields.addError("country", "country-unknown", "Give a country of ISO 3166; this is none.");
            return Optional.empty();
        }
        boolean complete =
                Stream.of(street, building, postalCode, city, country).noneMatch(String::isEmpty);
        return complete
                ? Optional.of(new PostalAddress(street, building, postalCode, city, country))
                : Optional.empty();
    }
}
