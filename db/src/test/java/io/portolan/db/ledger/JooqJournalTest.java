package io.portolan.db.ledger;

import static io.portolan.db.ledger.SampleEntries.move;
import static io.portolan.db.ledger.SampleEntries.nostro;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountBalance;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.Journal;
import io.portolan.domain.ledger.Journal.EntryConflict;
import io.portolan.domain.ledger.Journal.EntryRejected;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.ledger.PostedEntry;
import io.portolan.domain.ledger.Posting;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.ledger.command.Command;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothServers
class JooqJournalTest {
    private final TestDatabase db;
    private final Journal journal;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final AccountId a = nostro("A" + run, "CNY");
    private final AccountId b = nostro("B" + run, "CNY");

    JooqJournalTest(TestServer server) {
        db = TestDatabase.shared(server);
        journal = db.database().journal();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JPY", "USD", "KWD"})
    void eachPostingTellsItsPlaceAndTheBalancesAroundIt(String currency) {
        AccountId from = nostro("F" + run, currency);
        AccountId to = nostro("T" + run, currency);

        PaymentId payment = PaymentId.next();

        journal.post(List.of(
                move(run + currency + 1, payment, 500, from, to), move(run + currency + 2, payment, 7, to, from)));

        assertThat(journal.entriesOf(payment))
                .flatExtracting(PostedEntry::postings)
                .filteredOn(posting -> posting.account().equals(to))
                .containsExactly(
                        new PostedEntry.AccountPosting(
                                to, 1, money(currency, 500), money(currency, 0), money(currency, 500)),
                        new PostedEntry.AccountPosting(
                                to, 2, money(currency, -7), money(currency, 500), money(currency, 493)));
        assertThat(balanceOf(from)).isEqualTo(new AccountBalance(from, money(currency, -493), 2));
    }

    @Test
    void aPaymentsEntriesComeBackWholeInTheOrderOfPosting() {
        PaymentId payment = PaymentId.next();
        JournalEntry late = move(run + "a", payment, 3, a, b);
        JournalEntry two = move(run + "b", payment, 4, b, a);

        journal.post(List.of(two));
        journal.post(List.of(late));

        assertThat(journal.entriesOf(payment)).extracting(PostedEntry::entry).containsExactly(two, late);
        assertThat(journal.entriesOf(payment).getFirst().postings()).hasSize(2);
        assertThat(journal.entriesOf(PaymentId.next())).isEmpty();
    }

    @Test
    void anEntryMayTouchAnAccountTwiceAndTwoCurrencies() {
        AccountId usd = nostro("U" + run, "USD");
        AccountId other = nostro("V" + run, "USD");
        JournalEntry entry = new JournalEntry(
                run,
                null,
                "both",
                List.of(
                        Posting.debit(a, money("CNY", 5)),
                        Posting.debit(a, money("CNY", 6)),
                        Posting.credit(b, money("CNY", 11)),
                        Posting.debit(usd, money("USD", 1)),
                        Posting.credit(other, money("USD", 1))));

        journal.post(List.of(entry));

        assertThat(balanceOf(a)).isEqualTo(new AccountBalance(a, money("CNY", 11), 2));
        assertThat(balanceOf(usd)).isEqualTo(new AccountBalance(usd, money("USD", 1), 1));
    }

    @Test
    void theSameEntryAgainIsLeftAlone() {
        journal.post(List.of(move(run, 9, a, b)));
        journal.post(List.of(move(run, 9, a, b)));
        journal.post(List.of(move(run, 9, a, b), move(run, 9, a, b), move(run + "n", 1, a, b)));

        assertThat(balanceOf(b)).isEqualTo(new AccountBalance(b, money("CNY", 10), 2));
    }

    @Test
    void anotherEntryUnderAKeyIsRejectedAndNothingOfTheCallIsWritten() {
        journal.post(List.of(move(run, 9, a, b)));

        assertThatThrownBy(() -> journal.post(List.of(move(run + "n", 1, a, b), move(run, 8, a, b))))
                .isInstanceOf(EntryConflict.class)
                .hasMessageContaining(run);
        assertThatThrownBy(() -> journal.post(List.of(move(run + "m", 1, a, b), move(run + "m", 2, a, b))))
                .isInstanceOf(EntryConflict.class);
        assertThatThrownBy(() -> journal.post(List.of(move(run, PaymentId.next(), 9, a, b))))
                .isInstanceOf(EntryConflict.class);

        assertThat(balanceOf(b)).isEqualTo(new AccountBalance(b, money("CNY", 9), 1));
    }

    @Test
    void overflowIsRejectedAndNothingOfTheCallIsWritten() {
        journal.post(List.of(move(run, Long.MAX_VALUE - 5, a, b)));

        assertThatThrownBy(() -> journal.post(List.of(move(run + "fits", 2, a, b), move(run + "over", 9, a, b))))
                .isInstanceOf(EntryRejected.class)
                .hasMessageContainingAll("OVERFLOW", b.code(), Long.toString(Long.MAX_VALUE - 3), " 9 ");

        assertThat(balanceOf(b)).isEqualTo(new AccountBalance(b, money("CNY", Long.MAX_VALUE - 5), 1));
    }

    @Test
    void tellsWhichAccountsTakeNoPostings() {
        journal.post(List.of(move(run, 9, a, b)));
        AccountId unused = nostro("U" + run, "CNY");
        db.database()
                .journal()
                .execute(List.of(
                        new Command.Freeze(run + "freeze", a, "looked wrong"),
                        new Command.OpenAccount(unused, true),
                        new Command.CloseAccount(unused, "never used")));

        assertThat(journal.closedTo(List.of(a, b, unused, nostro("never" + run, "CNY"))))
                .containsExactlyInAnyOrder(a, unused);
        assertThat(journal.closedTo(List.of())).isEmpty();
    }

    @Test
    void aRejectedEntryLeavesTheCallersTransactionAsItWas() {
        journal.post(List.of(move(run, 9, a, b)));

        db.database().transactions().run(() -> {
            journal.post(List.of(move(run + "before", 1, a, b)));
            assertThatThrownBy(() -> journal.post(List.of(move(run + "x", 1, a, b), move(run, 8, a, b))))
                    .isInstanceOf(EntryConflict.class);
            journal.post(List.of(move(run + "after", 1, a, b)));
        });

        assertThat(balanceOf(b)).isEqualTo(new AccountBalance(b, money("CNY", 11), 3));
    }

    @Test
    void balancesComeByCode() {
        journal.post(List.of(move(run, 9, b, a)));

        assertThat(journal.balances())
                .isSortedAccordingTo((one, other) -> one.account().compareTo(other.account()));
    }

    private AccountBalance balanceOf(AccountId account) {
        return journal.balances().stream()
                .filter(balance -> balance.account().equals(account))
                .findFirst()
                .orElseThrow();
    }

    private static Money money(String currency, long units) {
        return new Money(Currency.of(currency), units);
    }
}
