package io.portolan.db.ledger.history;

import static io.portolan.db.generated.Tables.BOOK_HEAD;
import static io.portolan.db.generated.Tables.BOOK_PAYMENT_BALANCE;
import static io.portolan.db.ledger.SampleEntries.move;
import static io.portolan.db.ledger.SampleEntries.nostro;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.Journal.EntryRejected;
import io.portolan.domain.money.Currency;
import io.portolan.ledger.book.PaymentBalance;
import io.portolan.ledger.command.Command;
import io.portolan.ledger.command.CommandResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What payments had in the past of a book of several days, in which they spend, fail to spend, and have entries reversed. */
@OnBothServers
class PaymentBalancesTest {
    private static final int ENTRIES = 150;

    private final TestDatabase db;
    private final PointInTimeBalances machine;
    private final List<PaymentId> payments = List.of(PaymentId.next(), PaymentId.next(), PaymentId.next());
    private final List<Instant> instants = new ArrayList<>();
    private int rejected;

    PaymentBalancesTest(TestServer server) {
        db = TestDatabase.on(server);
        machine = db.database().pointInTimeBalances();
    }

    @AfterEach
    void drop() {
        db.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void areTheSameAtAnyInstantFromNothingAndFromTheRowsAndNowAsStored(long seed) {
        post(new Random(seed));

        for (Instant at : instants) {
            assertThat(machine.paymentBalancesByReplay(at))
                    .isNotEmpty()
                    .isEqualTo(machine.paymentBalancesFromPostings(at))
                    .allSatisfy(
                            (key, balance) -> assertThat(balance).as("%s", key).isNegative());
        }
        assertThat(stored()).isEqualTo(asText(machine.paymentBalancesByReplay(instants.getLast())));
        assertThat(rejected).isPositive();
    }

    private void post(Random random) {
        for (int i = 0; i < ENTRIES; i++) {
            PaymentId payment = random.nextInt(4) == 0 ? null : payments.get(random.nextInt(payments.size()));
            AccountId payable = payable(random.nextInt(2));
            boolean isCollected = random.nextBoolean();
            post(Integer.toString(i), payment, random.nextLong(1, 100), isCollected, payable);
            if (i % 10 == 9) {
                execute(new Command.Reverse(Integer.toString(i - random.nextInt(8)), "wrong"));
                instants.add(db.database().sql().fetchSingle(BOOK_HEAD).getRecordedAt());
            }
            if (i % 50 == 49) {
                LocalDate open = db.database().sql().fetchSingle(BOOK_HEAD).getBusinessDate();
                execute(new Command.CloseDay(open, open.plusDays(1)));
            }
        }
        instants.add(db.database().sql().fetchSingle(BOOK_HEAD).getRecordedAt());
    }

    private void post(String key, @Nullable PaymentId payment, long amount, boolean isCollected, AccountId payable) {
        AccountId bank = nostro("B", "CNY");
        AccountId from = isCollected ? payable : bank;
        try {
            db.database().journal().post(List.of(move(key, payment, amount, from, isCollected ? bank : payable)));
        } catch (EntryRejected overspent) {
            rejected++;
        }
    }

    private void execute(Command command) {
        if (db.database().journal().execute(List.of(command)) instanceof CommandResult.Rejected) {
            rejected++;
        }
    }

    private Map<String, Long> stored() {
        Map<String, Long> stored = new TreeMap<>();
        db.database()
                .sql()
                .selectFrom(BOOK_PAYMENT_BALANCE)
                .forEach(row -> stored.put(row.getAccountCode() + " " + row.getPaymentId(), row.getBalance()));
        return stored;
    }

    private static Map<String, Long> asText(Map<PaymentBalance.Key, Long> balances) {
        Map<String, Long> text = new TreeMap<>();
        balances.forEach((key, balance) -> text.put(key.account() + " " + key.paymentText(), balance));
        return text;
    }

    private static AccountId payable(int shop) {
        return new AccountId(AccountKind.PAYABLE, "shop-" + shop, Currency.of("CNY"));
    }
}
