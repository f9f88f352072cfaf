package io.portolan.app.banks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.app.callbacks.CallbackVerifiers;
import io.portolan.app.settings.BankSettings;
import io.portolan.app.settings.BankSettings.Protocol;
import io.portolan.app.settings.ConnectionSettings;
import io.portolan.app.settings.FxDealerSettings;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.NostroAccounts;
import io.portolan.domain.money.Currency;
import io.portolan.domain.payment.SamplePayments;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfiguredBanksTest {
    private static final URI BANK = URI.create("http://127.0.0.1:7070");
    private static final ConnectionSettings CONNECTION =
            new ConnectionSettings(Duration.ofSeconds(3), URI.create("http://127.0.0.1:8080"));
    private static final Map<String, String> CREDENTIALS = Map.of("client-id", "portolan", "secret", "s3cret");
    private static final NostroAccounts ACCOUNTS = new NostroAccounts(List.of(
            new NostroAccount("D", "D-CNY", Currency.of("CNY")), new NostroAccount("D", "D-USD", Currency.of("USD"))));

    @Test
    void anyNumberOfBanksMaySpeakOneProtocol() {
        try (ConfiguredBanks banks = banks(Map.of("B", bank(CREDENTIALS), "E", bank(CREDENTIALS)))) {
            assertThat(banks.collectionBank("B")).isNotSameAs(banks.collectionBank("E"));
            assertThat(banks.statementBank("E")).isSameAs(banks.collectionBank("E"));
            assertThat(banks.callbackVerifiers()).containsOnlyKeys("B", "E");
        }
    }

    @Test
    void aBankIsAskedOnlyForWhatItsProtocolCanSay() {
        try (ConfiguredBanks banks = banks(Map.of("B", bank(CREDENTIALS)))) {
            assertThatThrownBy(() -> banks.payoutBank("B"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no bank B that pays out is configured; there are [B]");
            assertThatThrownBy(() -> banks.collectionBank("E")).hasMessageContaining("no bank E that collects");
        }
    }

    @Test
    void aMissingCredentialIsNamedBySetting() {
        assertThatThrownBy(() -> banks(Map.of("B", bank(Map.of("client-id", "portolan", "secret", " ")))))
                .hasMessage("portolan.banks.B.credentials.secret is missing");
    }

    @Test
    void aDealerIsFoundByItsId() {
        try (ConfiguredFxDesks desks = desks(Map.of("dealer", dealer("D")))) {
            assertThat(desks.desk("dealer")).isNotNull();
            assertThatThrownBy(() -> desks.desk("other"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no dealer other is configured; there are [dealer]");
        }
    }

    @Test
    void severalDealersMayTradeAtOneBank() {
        try (ConfiguredFxDesks desks = desks(Map.of("one", dealer("D"), "two", dealer("D")))) {
            assertThat(desks.desk("one")).isNotSameAs(desks.desk("two"));
        }
    }

    @Test
    void aBankAndADealerOfOneIdAreRejected() {
        try (ConfiguredBanks banks = banks(Map.of("D", bank(CREDENTIALS)));
                ConfiguredFxDesks desks = desks(Map.of("D", dealer("D")))) {
            assertThatThrownBy(() -> CallbackVerifiers.of(banks.callbackVerifiers(), desks.callbackVerifiers()))
                    .hasMessageContaining("both called D");
        }
    }

    @Test
    void credentialsAreKeptOutOfLogs() {
        assertThat(bank(CREDENTIALS).toString()).doesNotContain("s3cret");
        assertThat(dealer("D").toString()).doesNotContain("s3cret");
        assertThat(new Credentials("portolan.banks.B", CREDENTIALS).toString()).doesNotContain("s3cret");
    }

    private static ConfiguredBanks banks(Map<String, BankSettings> banks) {
        return new ConfiguredBanks(banks, ACCOUNTS, SamplePayments.HOLDER, CONNECTION, Clock.systemUTC());
    }

    private static ConfiguredFxDesks desks(Map<String, FxDealerSettings> dealers) {
        return new ConfiguredFxDesks(dealers, ACCOUNTS, CONNECTION, Clock.systemUTC());
    }

    private static BankSettings bank(Map<String, String> credentials) {
        return new BankSettings(Protocol.SIGNED_JSON, BANK, credentials, Map.of());
    }

    private static FxDealerSettings dealer(String bank) {
        return new FxDealerSettings(FxDealerSettings.Protocol.FIRM_RATE, BANK, Map.of("secret", "s3cret"), bank);
    }
}
