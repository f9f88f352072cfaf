package io.portolan.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.domain.corridor.Corridor;
import io.portolan.domain.corridor.FundingMode;
import io.portolan.domain.corridor.LossBearer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CorridorSettingsTest {
    @Test
    void becomesACorridorWithOurAccountsOnBothSides() {
        Corridor corridor =
                settings("CNY/KWD", "10.00", FundingMode.PASS_THROUGH).toCorridor();

        assertThat(corridor.minimum().minorUnits()).isEqualTo(1_000);
        assertThat(corridor.route().collection().number()).isEqualTo("B-CNY");
        assertThat(corridor.route().dealerSource().number()).isEqualTo("D-CNY");
        assertThat(corridor.route().dealerDestination().number()).isEqualTo("D-KWD");
    }

    @Test
    void rejectsWhatIsNotAPairAndLimitsOfWrongDecimals() {
        assertThatThrownBy(() ->
                        settings("CNYUSD", "10.00", FundingMode.PASS_THROUGH).toCorridor())
                .hasMessageContaining("written like CNY/USD, not CNYUSD");
        assertThatThrownBy(() ->
                        settings("CNY/USD", "10.005", FundingMode.PASS_THROUGH).toCorridor())
                .hasMessageContaining("CNY has 2");
        assertThatThrownBy(() ->
                        settings("CNY/CNY", "10.00", FundingMode.PASS_THROUGH).toCorridor())
                .hasMessageContaining("two currencies");
    }

    @Test
    void saysThatAPoolNeedsTheTreasury() {
        assertThatThrownBy(() -> settings("CNY/USD", "10.00", FundingMode.POOL))
                .hasMessageContaining("set funding to PASS_THROUGH");
    }

    private static CorridorSettings settings(String pair, String minimum, FundingMode funding) {
        return new CorridorSettings(pair, minimum, "5000.00", 50, funding, LossBearer.HOUSE, Duration.ofMinutes(1));
    }
}
