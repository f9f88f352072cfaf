package io.portolan.domain.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"DE89370400440532013000", "GB29NWBK60161331926819", "KW81CBKU0000000000001234560101"})
    void acceptsIbansWithARightChecksum(String number) {
        assertThat(new AccountNumber.Iban(number).number()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"DE88370400440532013000", "de89370400440532013000", "DE89 3704 0044 0532 0130 00", "DE89", ""})
    void rejectsOtherIbans(String number) {
        assertThatThrownBy(() -> new AccountNumber.Iban(number)).hasMessage("not an IBAN with a right checksum");
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
