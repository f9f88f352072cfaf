package io.portolan.domain.party;

import io.portolan.domain.input.Input;
import io.portolan.domain.input.ObjectRule;
import io.portolan.domain.input.OneOfRule;
import io.portolan.domain.input.TextRule;
import org.jspecify.annotations.Nullable;

/** A payer or payee. The payer of a domestic collection needs no address; the payee of a payout abroad has one. */
public record Party(
        String name, AccountNumber account, @Nullable PostalAddress address) {
    public static final TextRule NAME = TextRule.nonBlankUpTo(140);

    /** A payer: its account is one that the domestic bank can debit, and that serves no IBANs. */
    public static final ObjectRule PAYER = ObjectRule.empty()
            .required("name", NAME)
            .required(
                    "account",
                    OneOfRule.of(
                            "local-account",
                            "Must have number and bank; collection from an IBAN is not supported.",
                            AccountNumber.LOCAL_RULE))
            .optional("address", PostalAddress.RULE);

    /** A payee: a payout abroad needs its address. */
    public static final ObjectRule PAYEE = ObjectRule.empty()
            .required("name", NAME)
            .required("account", AccountNumber.RULE)
            .required("address", PostalAddress.RULE);

    public Party {
        NAME.require("name", name);
    }

    /** The party of an input that was checked by {@link #PAYER} or {@link #PAYEE}. */
    public static Party of(Input input) {
        return new Party(
                input.requireText("name"),
                AccountNumber.of(input.requireObject("account")),
                input.object("address").map(PostalAddress::of).orElse(null));
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
