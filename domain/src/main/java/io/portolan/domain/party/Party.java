package io.portolan.domain.party;

import org.jspecify.annotations.Nullable;

/** A payer or payee. The payer of a domestic collection needs no address; the payee of a payout abroad has one. */
public record Party(
        String name, AccountNumber account, @Nullable PostalAddress address) {
    private static final int LONGEST_NAME = 140;

    public Party {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a name has 1 to 140 characters");
        }
    }

    /** The name with all but the first letter of each word hidden. */
    public String maskedName() {
        return name.replaceAll("(?<=\\S)\\S", "*");
    }

    /** Keeps personal data out of logs. */
    @Override
    public String toString() {
        return "Party[" + maskedName() + ", " + account.masked() + "]";
    }
}
