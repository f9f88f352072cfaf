package io.portolan.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.NostroAccounts;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.money.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpeningBalancesTest {
    private static final NostroAccounts ACCOUNTS = new NostroAccounts(List.of(
            new NostroAccount("B", "B-CNY", Currency.of("CNY")), new NostroAccount("D", "D-JPY", Currency.of("JPY"))));

    @Test
    void becomeOneBalancedEntryForEachAccount() {
        List<JournalEntry> entries = OpeningBalances.entries(Map.of("B-CNY", "1000.00", "D-JPY", "5000"), ACCOUNTS);

        assertThat(entries)
                .extracting(JournalEntry::key)
                .containsExactlyInAnyOrder("opening/NOSTRO:B:CNY", "opening/NOSTRO:D:JPY");
    }

    @Test
    void areRejectedForAnAccountThatWeDoNotHaveAndForWrongDecimals() {
        assertThatThrownBy(() -> OpeningBalances.entries(Map.of("CNY", "1.00"), ACCOUNTS))
                .hasMessageContaining("we have no account CNY; our accounts are B-CNY, D-JPY");
        assertThatThrownBy(() -> OpeningBalances.entries(Map.of("B-XXX", "1.00"), ACCOUNTS))
                .hasMessageContaining("B-XXX");
        assertThatThrownBy(() -> OpeningBalances.entries(Map.of("B-CNY", "1.005"), ACCOUNTS))
                .hasMessageContaining("CNY has 2");
    }
}
