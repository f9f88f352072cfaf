package io.portolan.domain.party;

/** A structured postal address (ISO 20022 {@code PstlAdr} without free lines); the country is an ISO 3166 two-letter code. */
public record PostalAddress(String street, String building, String postalCode, String city, String country) {
    public PostalAddress {
        require(street, 70, "street");
        require(building, 16, "building");
        require(postalCode, 16, "postal code");
        require(city, 35, "city");
        if (!country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("a country is two capital letters");
        }
    }

    private static void require(String value, int longest, String what) {
        if (value.isBlank() || value.length() > longest) {
            throw new IllegalArgumentException("the %s has 1 to %d characters".formatted(what, longest));
        }
    }
}
