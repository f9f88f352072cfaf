package io.portolan.checkout.payments.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
import io.portolan.domain.party.PostalAddress;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** A payer or payee in a response: enough to recognise, too little to misuse. */
@Schema(name = "MaskedParty", description = "A payer or payee, masked.")
record MaskedPartyJson(
        @Schema(description = "First letters only.", example = "L* W**", requiredMode = RequiredMode.REQUIRED)
        String name,

        @Schema(requiredMode = RequiredMode.REQUIRED) MaskedAccountJson account,

        @Schema(
                description = "Country of the address, if one was given.",
                types = {"string", "null"},
                example = "US",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        String country) {

    /** An account in a response, in the form in which it was given. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MaskedAccount", description = "Either an iban, or a number and a bank.")
    record MaskedAccountJson(
            @Schema(description = "Masked except for the last four characters.", example = "******************3000")
            @Nullable
            String iban,

            @Schema(description = "Masked except for the last four characters.", example = "***************3445")
            @Nullable
            String number,

            @Schema(example = "A") @Nullable String bank) {

        static MaskedAccountJson of(AccountNumber account) {
            return switch (account) {
                case AccountNumber.Iban iban -> new MaskedAccountJson(iban.masked(), null, null);
                case AccountNumber.Local local -> new MaskedAccountJson(null, local.masked(), local.bank());
            };
        }
    }

    static MaskedPartyJson of(Party party) {
        PostalAddress address = party.address();
        return new MaskedPartyJson(
                party.maskedName(), MaskedAccountJson.of(party.account()), address == null ? null : address.country());
    }
}
