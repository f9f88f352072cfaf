package io.portolan.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.NostroAccounts;
import io.portolan.domain.corridor.Corridor;
import io.portolan.domain.corridor.FundingMode;
import io.portolan.domain.corridor.Limits;
import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.corridor.UnwindPolicy;
import io.portolan.domain.money.Currency;
import io.portolan.domain.payment.SamplePayments;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorridorSettingsTest {
    private static final NostroAccounts ACCOUNTS = new NostroAccounts(
            List.of(account("B", "CNY"), account("D", "CNY"), account("D", "USD"), account("D", "KWD")));

    private static final LimitSettings NO_LIMITS = new LimitSettings(null, null, null, null, null, null, null);

    @Test
    void becomesACorridorWithOurAccountsOnBothSides() {
        Corridor corridor =
                settings("CNY/KWD", "10.00", FundingMode.PASS_THROUGH).toCorridor(ACCOUNTS, "D", SamplePayments.LIMITS);

        assertThat(corridor.minimum().minorUnits()).isEqualTo(1_000);
        assertThat(corridor.route().collection().number()).isEqualTo("B-CNY");
        assertThat(corridor.route().dealerSource().number()).isEqualTo("D-CNY");
        assertThat(corridor.route().dealerDestination().number()).isEqualTo("D-KWD");
    }

    @Test
    void rejectsWhatIsNotAPairAndLimitsOfWrongDecimals() {
        assertThatThrownBy(() -> settings("CNYUSD", "10.00", FundingMode.PASS_THROUGH)
                        .toCorridor(ACCOUNTS, "D", SamplePayments.LIMITS))
                .hasMessageContaining("looks like CNY/USD, not CNYUSD");
        assertThatThrownBy(() -> settings("CNY/USD", "10.005", FundingMode.PASS_THROUGH)
                        .toCorridor(ACCOUNTS, "D", SamplePayments.LIMITS))
                .hasMessageContaining("CNY has 2");
        assertThatThrownBy(() -> settings("CNY/CNY", "10.00", FundingMode.PASS_THROUGH)
                        .toCorridor(ACCOUNTS, "D", SamplePayments.LIMITS))
                .hasMessageContaining("two currencies");
    }

    @Test
    void namesTheAccountThatIsMissing() {
        assertThatThrownBy(() -> settings("USD/KWD", "10.00", FundingMode.PASS_THROUGH)
                        .toCorridor(ACCOUNTS, "D", SamplePayments.LIMITS))
                .hasMessage("corridor USD/KWD: we have no account in USD at bank B;"
                        + " our accounts are B-CNY, D-CNY, D-KWD, D-USD");
    }

    @Test
    void hasTimesOfItsOwnWhereTheyAreNamed() {
        LimitSettings own = new LimitSettings(null, null, Duration.ofHours(5), null, null, null, Duration.ofHours(7));

        Limits limits = settings("CNY/USD", "10.00", FundingMode.PASS_THROUGH, own)
                .toCorridor(ACCOUNTS, "D", SamplePayments.LIMITS)
                .route()
                .limits();

        assertThat(limits.collecting()).isEqualTo(Duration.ofHours(5));
        assertThat(limits.repair()).isEqualTo(Duration.ofHours(7));
        assertThat(limits.payingOut()).isEqualTo(SamplePayments.LIMITS.payingOut());
    }

    @Test
    void saysThatAPoolNeedsTheTreasury() {
        assertThatThrownBy(() -> settings("CNY/USD", "10.00", FundingMode.POOL))
                .hasMessageContaining("set funding to PASS_THROUGH");
    }

    private static CorridorSettings settings(String pair, String minimum, FundingMode funding) {
        return settings(pair, minimum, funding, NO_LIMITS);
    }

    private static CorridorSettings settings(String pair, String minimum, FundingMode funding, LimitSettings limits) {
        return new CorridorSettings(
                pair,
                minimum,
                "5000.00",
                50,
                funding,
                LossBearer.HOUSE,
                UnwindPolicy.SELL_BACK,
                Duration.ofMinutes(1),
                "B",
                List.of("dealer"),
                limits);
    }

    private static NostroAccount account(String bank, String currency) {
        return new NostroAccount(bank, bank + "-" + currency, Currency.of(currency));
    }
}
