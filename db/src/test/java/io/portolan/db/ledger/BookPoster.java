package io.portolan.db.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.portolan.db.Database;
import io.portolan.db.DatabaseSettings;
import io.portolan.db.Login;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.Journal;
import io.portolan.domain.ledger.Journal.EntryRejected;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.money.Currency;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * A process that posts on a hot account, to be killed: it says each key on its output once the posting is acknowledged.
 *
 * <p>Half of its transactions pay in to or out of one merchant's account, each for one of a few payments or for none, which may not spend each other's
 * money; the others are among accounts of its own.
 */
public final class BookPoster {
    static final AccountId HOT = new AccountId(AccountKind.PAYABLE, "hot", Currency.of("CNY"));
    /** Ends each word about a posting, as one that is cut off says nothing. */
    static final String END = " .";

    static final int THREADS = 16;
    private static final int COLD_ACCOUNTS = 20;
    private static final int PAYMENTS = 5;

    private final Journal journal;
    private final String name;
    private final long seed;
    private final Consumer<String> output;

    BookPoster(Journal journal, String name, long seed, Consumer<String> says) {
        this.journal = journal;
        this.name = name;
        this.seed = seed;
        this.output = says;
    }

    /** Starts one as a process of its own; {@code each} transactions a thread, or for ever if there are none. */
    static Process start(DatabaseSettings database, String name, long seed, int each) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BookPoster.class.getName(),
                        database.url(),
                        database.app().user(),
                        database.app().password(),
                        name,
                        Long.toString(seed),
                        Integer.toString(each))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    public static void main(String[] arguments) {
        Login login = new Login(arguments[1], arguments[2]);
        PrintStream output = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        try (Database database = Database.open(new DatabaseSettings(arguments[0], login, 4))) {
            new BookPoster(database.journal(), arguments[3], Long.parseLong(arguments[4]), output::println)
                    .run(Integer.parseInt(arguments[5]));
        }
    }

    /** Posts until all is done, or the database fails. */
    void run(int each) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int thread = 0; thread < THREADS; thread++) {
                String prefix = name + "/" + thread + "/";
                Random random = new Random(seed * THREADS + thread);
                threads.execute(() -> post(prefix, random, each));
            }
        }
    }

    private void post(String prefix, Random random, int each) {
        try {
            for (int i = 0; each == 0 || i < each; i++) {
                post(next(prefix + i, random));
            }
        } catch (DataAccessException gone) {
            output.accept("gone");
        }
    }

    private void post(JournalEntry entry) {
        try {
            journal.post(List.of(entry));
            output.accept("posted " + entry.key() + END);
        } catch (EntryRejected rejected) {
            output.accept("rejected " + entry.key() + END);
        }
    }

    private JournalEntry next(String key, Random random) {
        AccountId cold = cold(random);
        long amount = random.nextLong(1, 500);
        return switch (random.nextInt(4)) {
            case 0 -> SampleEntries.move(key, payment(random), amount, HOT, cold);
            case 1 -> SampleEntries.move(key, payment(random), amount, cold, HOT);
            default -> SampleEntries.move(key, amount, cold, SampleEntries.nostro(name + "-other", "CNY"));
        };
    }

    /** The same few for every process; null for none. */
    private static @Nullable PaymentId payment(Random random) {
        int number = random.nextInt(PAYMENTS + 1);
        return number == 0
                ? null
                : new PaymentId("pay_" + Integer.toString(number).repeat(20));
    }

    private AccountId cold(Random random) {
        return SampleEntries.nostro(name + "-" + random.nextInt(COLD_ACCOUNTS), "CNY");
    }
}
