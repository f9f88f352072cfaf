package io.portolan.domain.party;

import io.portolan.domain.input.Input;
import io.portolan.domain.input.ObjectRule;
import io.portolan.domain.input.TextRule;

/**
 * A structured postal address (ISO 20022 {@code PstlAdr} without free lines); the country is an ISO 3166 two-letter
 * code, or XK for Kosovo.
 */
public record PostalAddress(String street, String building, String postalCode, String city, String country) {
    public static final TextRule STREET = TextRule.nonBlankUpTo(70);
    public static final TextRule BUILDING = TextRule.nonBlankUpTo(16);
    public static final TextRule POSTAL_CODE = TextRule.nonBlankUpTo(16);
    public static final TextRule CITY = TextRule.nonBlankUpTo(35);
    public static final TextRule COUNTRY = TextRule.matching(
                    "[A-Z]{2}", "country-code", "Must be a two-letter ISO 3166 code in capitals, such as US.")
            .and(Countries::contains, "country-unknown", _ -> "Unknown ISO 3166 country code.");

    /** Structured or rejected: banks abroad no longer accept unstructured lines. */
    public static final ObjectRule RULE = ObjectRule.empty()
            .required("street", STREET)
            .required("building", BUILDING)
            .required("postal_code", POSTAL_CODE)
            .required("city", CITY)
            .required("country", COUNTRY)
            .orElse(
                    "structured-address",
                    "An address has street, building, postal_code, city and country; unstructured lines are "
                            + "not supported.");

    public PostalAddress {
        STREET.require("street", street);
        BUILDING.require("building", building);
        POSTAL_CODE.require("postal_code", postalCode);
        CITY.require("city", city);
        COUNTRY.require("country", country);
    }

    /** The address of an input that was checked by {@link #RULE}. */
    public static PostalAddress of(Input input) {
        return new PostalAddress(
                input.requireText("street"),
                input.requireText("building"),
                input.requireText("postal_code"),
                input.requireText("city"),
                input.requireText("country"));
    }
}
