package io.portolan.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.domain.ledger.JournalEntry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpeningBalancesTest {
    @Test
    void becomeOneBalancedEntryForEachAccount() {
        List<JournalEntry> entries = OpeningBalances.entries(Map.of("B-CNY", "1000.00", "D-JPY", "5000"));

        assertThat(entries)
                .extracting(JournalEntry::key)
                .containsExactlyInAnyOrder("opening/NOSTRO:B:CNY", "opening/NOSTRO:D:JPY");
    }

    @Test
    void areRejectedWithoutABankAndACurrency() {
        assertThatThrownBy(() -> OpeningBalances.entries(Map.of("CNY", "1.00")))
                .hasMessageContaining("must look like B-CNY, not CNY");
        assertThatThrownBy(() -> OpeningBalances.entries(Map.of("B-XXX", "1.00")))
                .hasMessageContaining("XXX");
        assertThatThrownBy(() -> OpeningBalances.entries(Map.of("B-CNY", "1.005")))
                .hasMessageContaining("CNY has 2");
    }
}
