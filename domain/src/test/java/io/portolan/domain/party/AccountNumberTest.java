package io.portolan.domain.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.domain.input.Input;
import io.portolan.domain.input.Violation;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"DE89370400440532013000", "GB29NWBK60161331926819", "KW81CBKU0000000000001234560101"})
    void acceptsIbansWithARightChecksum(String number) {
        assertThat(new AccountNumber.Iban(number).number()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "DE88370400440532013000, iban-checksum",
        "DE8937040044053201300, iban-length",
        "US89370400440532013000, iban-country",
        "de89370400440532013000, iban-format",
        "DE89 3704 0044 0532 0130 00, iban-format",
        "DE89, iban-format",
        "'', iban-format",
    })
    void rejectsOtherIbans(String number, String rule) {
        assertThat(AccountNumber.IBAN.violationsOf(number))
                .extracting(Violation::rule)
                .containsExactly(rule);
        assertThatThrownBy(() -> new AccountNumber.Iban(number)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysHowLongAnIbanIsInItsCountry() {
        assertThatThrownBy(() -> new AccountNumber.Iban("DE8937040044053201300"))
                .hasMessage("iban: An IBAN of this country has 22 characters; this one has 21.");
    }

    @Test
    void isReadInEitherForm() {
        assertThat(AccountNumber.of(new Input(Map.of("iban", "DE89370400440532013000"))))
                .isEqualTo(new AccountNumber.Iban("DE89370400440532013000"));
        assertThat(AccountNumber.of(new Input(Map.of("number", "1234", "bank", "A"))))
                .isEqualTo(new AccountNumber.Local("1234", "A"));
    }

    @Test
    void showsOnlyTheLastFourCharacters() {
        assertThat(new AccountNumber.Local("6222020200112233445", "A").masked()).isEqualTo("***************3445");
        assertThat(new AccountNumber.Local("1234", "A").masked()).isEqualTo("**34");
    }

    @Test
    void keepsNamesOutOfLogs() {
        Party party = new Party("Li Wei", new AccountNumber.Local("6222020200112233445", "A"), null);

        assertThat(party.maskedName()).isEqualTo("L* W**");
        assertThat(party.toString()).doesNotContain("Wei").doesNotContain("622202");
    }
}
