package io.portolan.operations.reconciliation;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.StatementBank;
import io.portolan.domain.bank.StatementBank.StatementUnavailable;
import io.portolan.domain.ledger.AccountBalance;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.Journal;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks that every currency sums to zero, and that what we hold at each bank, settled or in transit, is the closing balance of the bank's
 * statement.
 *
 * <p>A bank may have booked what we have not heard of yet, so a difference proves nothing while payments run; see {@link #awaitBalanced}.
 */
public final class Reconciliation {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

    private final Journal journal;
    private final Map<NostroAccount, StatementBank> statements;
    private final Clock clock;

    /** @param statements the bank that has the statement of each account of ours; banks' business dates are those of UTC */
    public Reconciliation(Journal journal, Map<NostroAccount, StatementBank> statements, Clock clock) {
        this.journal = journal;
        this.statements = Map.copyOf(statements);
        this.clock = clock;
    }

    /** Every difference now; none when the books balance. */
    public List<Difference> findDifferences() {
        List<AccountBalance> balances = journal.balances();
        return Stream.concat(unbalancedCurrencies(balances), statementDifferences(balances))
                .toList();
    }

    /** Checks repeatedly until nothing is wrong or the time is over: what is wrong then. */
    public List<Difference> awaitBalanced(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        List<Difference> found = findDifferences();
        while (!found.isEmpty() && System.nanoTime() < deadline) {
            new CountDownLatch(1).await(POLL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
            found = findDifferences();
        }
        return found;
    }

    private static Stream<Difference> unbalancedCurrencies(List<AccountBalance> balances) {
        Map<Currency, Money> sums = new TreeMap<>();
        balances.forEach(balance -> sums.merge(balance.account().currency(), balance.balance(), Money::plus));
        return sums.entrySet().stream()
                .filter(sum -> !sum.getValue().isZero())
                .<Difference>map(sum -> new Difference.CurrencyImbalance(sum.getKey(), sum.getValue()));
    }

    private Stream<Difference> statementDifferences(List<AccountBalance> balances) {
        List<AccountBalance> atBanks =
                balances.stream().filter(balance -> isAtBank(balance.account())).toList();
        Stream<Difference> withStatement = statements.keySet().stream()
                .sorted(Comparator.comparing(NostroAccount::number))
                .flatMap(account -> compareWithStatement(account, balanceAt(account, atBanks)));
        Stream<Difference> withoutStatement = atBanks.stream()
                .map(AccountBalance::account)
                .filter(ours -> statements.keySet().stream().noneMatch(account -> isHeldIn(ours, account)))
                .map(ours -> "bank " + ours.holder() + " in " + ours.currency())
                .distinct()
                .map(account -> new Difference.StatementMissing(account, "no account there is configured"));
        return Stream.concat(withStatement, withoutStatement);
    }

    private Stream<Difference> compareWithStatement(NostroAccount account, Money ours) {
        StatementBank bank = Objects.requireNonNull(statements.get(account));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        try {
            Money closing = bank.statement(account, today).closing();
            return closing.equals(ours)
                    ? Stream.empty()
                    : Stream.of(new Difference.StatementMismatch(account, today, ours, closing));
        } catch (StatementUnavailable unavailable) {
            return Stream.of(
                    new Difference.StatementMissing(account.number(), String.valueOf(unavailable.getMessage())));
        } catch (RuntimeException failed) {
            LOG.error("the statement of {} cannot be read", account.number(), failed);
            return Stream.of(new Difference.StatementMissing(account.number(), "it cannot be read: " + failed));
        }
    }

    private static Money balanceAt(NostroAccount account, List<AccountBalance> atBanks) {
        return atBanks.stream()
                .filter(balance -> isHeldIn(balance.account(), account))
                .map(AccountBalance::balance)
                .reduce(Money.zero(account.currency()), Money::plus);
    }

    private static boolean isHeldIn(AccountId ours, NostroAccount account) {
        return ours.holder().equals(account.bank()) && ours.currency().equals(account.currency());
    }

    private static boolean isAtBank(AccountId account) {
        return account.kind() == AccountKind.NOSTRO || account.kind() == AccountKind.IN_TRANSIT;
    }
}
