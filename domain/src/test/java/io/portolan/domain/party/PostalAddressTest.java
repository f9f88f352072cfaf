package io.portolan.domain.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.domain.input.Violation;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostalAddressTest {
    @Test
    void takesEveryCountryOfIsoAndKosovo() {
        assertThat(Locale.getISOCountries()).allMatch(PostalAddress.COUNTRY::isMetBy);
        assertThat(PostalAddress.COUNTRY.isMetBy("XK")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ZZ, country-unknown", "usa, country-code", "us, country-code", "'', country-code"})
    void rejectsOtherCountries(String country, String rule) {
        assertThat(PostalAddress.COUNTRY.violationsOf(country))
                .extracting(Violation::rule)
                .containsExactly(rule);
    }

    @Test
    void isNeverWithoutAPartOfIt() {
        assertThatThrownBy(() -> new PostalAddress("Main Street", " ", "94016", "Daly City", "US"))
                .hasMessage("building: Must contain a visible character and no control characters.");
    }
}
