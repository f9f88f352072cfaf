package io.portolan.db.payment.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.Posting;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.plan.PlannedEntry;
import io.portolan.domain.plan.PlannedEntry.Occasion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryLinesTest {
    @Test
    void anEntryIsALineOfItsPostings() {
        AccountId nostro = AccountId.parse("NOSTRO:B:CNY");
        AccountId payable = AccountId.parse("PAYABLE:acme:CNY");
        Money amount = new Money(nostro.currency(), 720_000);
        List<PlannedEntry> entries = List.of(
                new PlannedEntry(
                        Occasion.BOOKED,
                        "booked",
                        List.of(Posting.debit(nostro, amount), Posting.credit(payable, amount))),
                new PlannedEntry(Occasion.RETRIED, "two words", List.of()));

        String text = EntryLines.format(entries);

        assertThat(text).isEqualTo("BOOKED booked;NOSTRO:B:CNY 720000;PAYABLE:acme:CNY -720000\nRETRIED two words");
        assertThat(EntryLines.parse(text)).isEqualTo(entries);
    }

    @Test
    void noEntriesAreNoText() {
        assertThat(EntryLines.format(List.of())).isEmpty();
        assertThat(EntryLines.parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JPY", "USD", "KWD"})
    void whatAPlannerPlansComesBack(String currency) {
        var plan = SamplePayments.accepted("0.5", "CNY", 720_000, currency, LossBearer.MERCHANT)
                .state()
                .plans()
                .getFirst();

        assertThat(plan.movements())
                .isNotEmpty()
                .allSatisfy(movement -> assertThat(EntryLines.parse(EntryLines.format(movement.entries())))
                        .isNotEmpty()
                        .isEqualTo(movement.entries()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a;b", "a\nb", "a\rb"})
    void aNameThatWouldNotComeBackIsRejected(String name) {
        List<PlannedEntry> entries = List.of(new PlannedEntry(Occasion.BOOKED, name, List.of()));

        assertThatThrownBy(() -> EntryLines.format(entries)).isInstanceOf(IllegalArgumentException.class);
    }
}
