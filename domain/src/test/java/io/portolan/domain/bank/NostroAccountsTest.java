package io.portolan.domain.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.domain.money.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class NostroAccountsTest {
    private static final NostroAccount B_CNY = new NostroAccount("B", "B-CNY", Currency.of("CNY"));
    private static final NostroAccount D_CNY = new NostroAccount("D", "4711", Currency.of("CNY"));
    private static final NostroAccount D_JPY = new NostroAccount("D", "4712", Currency.of("JPY"));

    private final NostroAccounts accounts = new NostroAccounts(List.of(B_CNY, D_CNY, D_JPY));

    @Test
    void findAnAccountByBankAndCurrencyAndByNumber() {
        assertThat(accounts.at("D", Currency.of("CNY"))).isEqualTo(D_CNY);
        assertThat(accounts.withNumber("4712")).isEqualTo(D_JPY);
        assertThat(accounts.ofBank("D")).containsExactly(D_CNY, D_JPY);
        assertThat(accounts.ofBank("C")).isEmpty();
    }

    @Test
    void nameTheAccountsThatThereAreWhereOneIsMissing() {
        assertThatThrownBy(() -> accounts.at("B", Currency.of("JPY")))
                .hasMessage("we have no account in JPY at bank B; our accounts are 4711, 4712, B-CNY");
        assertThatThrownBy(() -> accounts.withNumber("D-JPY")).hasMessageStartingWith("we have no account D-JPY;");
    }

    @Test
    void holdOneAccountForEachBankAndCurrencyAndEachNumberOnce() {
        NostroAccount second = new NostroAccount("D", "4713", Currency.of("JPY"));
        NostroAccount sameNumber = new NostroAccount("E", "4711", Currency.of("USD"));

        assertThatThrownBy(() -> new NostroAccounts(List.of(D_JPY, second)))
                .hasMessageContaining("two accounts in JPY");
        assertThatThrownBy(() -> new NostroAccounts(List.of(D_CNY, sameNumber))).hasMessageContaining("4711");
    }

    @Test
    void aBanksIdIsInCapitals() {
        assertThatThrownBy(() -> new NostroAccount("b", "B-CNY", Currency.of("CNY")))
                .hasMessageContaining("capital letters or digits, not b");
    }
}
