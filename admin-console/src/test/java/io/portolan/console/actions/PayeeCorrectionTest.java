package io.portolan.console.actions;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
import io.portolan.domain.party.PostalAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayeeCorrectionTest {
    private static final PostalAddress ADDRESS = new PostalAddress("Main Street", "12", "94016", "Daly City", "US");
    private static final Party LOCAL = new Party("Acme", new AccountNumber.Local("000123456789", "C"), ADDRESS);
    private static final AccountNumber IBAN = new AccountNumber.Iban("DE89370400440532013000");

    @Test
    void whatIsLeftEmptyStaysAsItWas() {
        PayeeCorrection correction = PayeeCorrection.of(LOCAL, formOf(Map.of("payeeName", "Acme Outdoor")));

        assertThat(correction.errors()).isEmpty();
        assertThat(correction.correctedPayee()).isEqualTo(new Party("Acme Outdoor", LOCAL.account(), ADDRESS));
    }

    @Test
    void anIbanTakesThePlaceOfANumberHoweverItIsTyped() {
        Party corrected = PayeeCorrection.of(LOCAL, formOf(Map.of("iban", "de89 3704 0044 0532 0130 00")))
                .correctedPayee();

        assertThat(corrected.account()).isEqualTo(IBAN);
    }

    @Test
    void aBankAloneKeepsTheNumber() {
        Party corrected =
                PayeeCorrection.of(LOCAL, formOf(Map.of("bank", "CITIUS33"))).correctedPayee();

        assertThat(corrected.account()).isEqualTo(new AccountNumber.Local("000123456789", "CITIUS33"));
    }

    @Test
    void aCountryMayBeTypedInLowerCase() {
        assertThat(PayeeCorrection.of(LOCAL, formOf(Map.of("country", "de")))
                        .correctedPayee()
                        .address())
                .isEqualTo(new PostalAddress("Main Street", "12", "94016", "Daly City", "DE"));
    }

    @Test
    void takesEveryCountryThatTheApiTakes() {
        PayeeCorrection correction = PayeeCorrection.of(LOCAL, formOf(Map.of("country", "XK")));

        assertThat(correction.errors()).isEmpty();
        assertThat(correction.correctedPayee().address())
                .isEqualTo(new PostalAddress("Main Street", "12", "94016", "Daly City", "XK"));
    }

    @ParameterizedTest
    @CsvSource({
        "iban, DE00, without spaces",
        "iban, DE89370400440532013001, check digits",
        "number, 1, 4 to 34",
        "number, 'a b,c', 4 to 34",
        "bank, C!, short name",
        "country, XX, ISO 3166",
        "country, USA, ISO 3166",
        "building, 12345678901234567, at most 16",
    })
    void showsABrokenRuleAtItsField(String field, String value, String rule) {
        assertThat(PayeeCorrection.of(LOCAL, formOf(Map.of(field, value))).errors())
                .hasEntrySatisfying(field, error -> assertThat(error).contains(rule));
    }

    @Test
    void anIbanAndANumberExcludeEachOther() {
        Map<String, String> both = Map.of("iban", "DE89370400440532013000", "number", "000123");

        assertThat(PayeeCorrection.of(LOCAL, formOf(both)).errors()).containsOnlyKeys("iban");
    }

    @Test
    void aNumberInPlaceOfAnIbanNeedsItsBankAndAFirstAddressAllItsParts() {
        Party withIban = new Party("Acme", IBAN, ADDRESS);
        Party withoutAddress = new Party("Acme", IBAN, null);

        assertThat(PayeeCorrection.of(withIban, formOf(Map.of("number", "000123")))
                        .errors())
                .containsOnlyKeys("bank");
        assertThat(PayeeCorrection.of(withoutAddress, formOf(Map.of("city", "Berlin")))
                        .errors())
                .containsOnlyKeys("street", "building", "postalCode", "country");
    }

    private static ActionForm formOf(Map<String, String> fields) {
        return ActionForm.of(fields);
    }
}
