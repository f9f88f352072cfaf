package io.portolan.operations.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.Statement;
import io.portolan.domain.bank.StatementBank;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each test plants one fault in books that balance, and expects it to be found. */
class ReconciliationTest {
    private static final Currency CNY = Currency.of("CNY");
    private static final AccountId NOSTRO = new AccountId(AccountKind.NOSTRO, "B", CNY);
    private static final AccountId IN_TRANSIT = new AccountId(AccountKind.IN_TRANSIT, "B", CNY);
    private static final AccountId PAYABLE = new AccountId(AccountKind.PAYABLE, "shop", CNY);
    private static final AccountId OWN_FUNDS = AccountId.ofHouse(AccountKind.OWN_FUNDS, CNY);
    private static final NostroAccount AT_B = new NostroAccount("B", "B-CNY", CNY);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T23:59:00Z"), ZoneOffset.UTC);

    private final ScriptedJournal journal = new ScriptedJournal()
            .setBalance(NOSTRO, 1_070)
            .setBalance(IN_TRANSIT, 5)
            .setBalance(OWN_FUNDS, -1_000)
            .setBalance(PAYABLE, -75);

    @Test
    void findsNothingInBooksThatBalance() {
        assertThat(differences(1_075)).isEmpty();
    }

    @Test
    void findsACurrencyThatDoesNotSumToZero() {
        journal.setBalance(PAYABLE, -74);

        assertThat(differences(1_075)).containsExactly(new Difference.CurrencyImbalance(CNY, cny(1)));
    }

    @Test
    void findsAStatementWithAnotherBalance() {
        assertThat(differences(1_074))
                .containsExactly(new Difference.StatementMismatch(AT_B, TODAY, cny(1_075), cny(1_074)));
    }

    @Test
    void findsAnAccountAtABankThatHasNoStatement() {
        List<Difference> unknownBank = new Reconciliation(journal, Map.of(), CLOCK).findDifferences();
        List<Difference> silentBank = new Reconciliation(journal, Map.of(AT_B, silent()), CLOCK).findDifferences();

        assertThat(unknownBank)
                .containsExactly(new Difference.StatementMissing("bank B in CNY", "no account there is configured"));
        assertThat(silentBank).containsExactly(new Difference.StatementMissing("B-CNY", "asleep"));
    }

    @Test
    void anAccountThatCannotBeReadKeepsTheOthersNotWaiting() {
        NostroAccount failing = new NostroAccount("A", "A-CNY", CNY);
        StatementBank broken = (_, _) -> {
            throw new IllegalStateException("no bank A is configured");
        };

        List<Difference> found =
                new Reconciliation(journal, Map.of(failing, broken, AT_B, closing(1)), CLOCK).findDifferences();

        assertThat(found)
                .hasExactlyElementsOfTypes(Difference.StatementMissing.class, Difference.StatementMismatch.class);
    }

    @Test
    void checksAnAccountThatOnlyTheBankKnows() {
        NostroAccount unused = new NostroAccount("D", "D-CNY", CNY);

        List<Difference> found =
                new Reconciliation(journal, Map.of(AT_B, closing(1_075), unused, closing(3)), CLOCK).findDifferences();

        assertThat(found).containsExactly(new Difference.StatementMismatch(unused, TODAY, cny(0), cny(3)));
    }

    @Test
    void findsOurBalanceByBankAndCurrencyWhateverTheNumber() {
        NostroAccount numbered = new NostroAccount("B", "6222-01", CNY);

        assertThat(new Reconciliation(journal, Map.of(numbered, closing(1_075)), CLOCK).findDifferences())
                .isEmpty();
    }

    @Test
    void waitsUntilTheBooksBalance() throws Exception {
        int[] asked = {0};
        StatementBank late =
                (account, date) -> closing(++asked[0] < 3 ? 0 : 1_075).statement(account, date);

        List<Difference> found =
                new Reconciliation(journal, Map.of(AT_B, late), CLOCK).awaitBalanced(Duration.ofSeconds(20));

        assertThat(found).isEmpty();
        assertThat(asked[0]).isEqualTo(3);
    }

    @Test
    void returnsWhatIsStillWrongWhenTheTimeIsOver() throws Exception {
        List<Difference> found =
                new Reconciliation(journal, Map.of(AT_B, closing(1)), CLOCK).awaitBalanced(Duration.ofMillis(10));

        assertThat(found).hasSize(1);
    }

    private List<Difference> differences(long closing) {
        return new Reconciliation(journal, Map.of(AT_B, closing(closing)), CLOCK).findDifferences();
    }

    private static StatementBank closing(long minorUnits) {
        return (account, date) -> new Statement(account, date, cny(0), cny(minorUnits), List.of());
    }

    private static StatementBank silent() {
        return (account, date) -> {
            throw new StatementBank.StatementUnavailable("asleep");
        };
    }

    private static Money cny(long minorUnits) {
        return Money.of(CNY, minorUnits);
    }
}
