package io.portolan.app.commands;

import io.portolan.app.wiring.BanksWiring;
import io.portolan.db.DatabaseUnavailable;
import io.portolan.domain.bank.Banks;
import io.portolan.domain.ledger.Journal;
import io.portolan.operations.reconciliation.Difference;
import io.portolan.operations.reconciliation.Reconciliation;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.ApplicationContext;

/**
 * {@code check-books [--wait 30s] [--NAME=VALUE ...]}: compares our ledger with the banks' statements, and names every difference; {@code verify}
 * proves the ledger itself.
 * While payments move a difference proves nothing, so it may wait for the differences to go away.
 */
public final class CheckBooksCommand {
    private static final String WAIT = "--wait";
    private static final int BOOKS_DIFFER = 1;
    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);

    private CheckBooksCommand() {}

    /** The exit code: 0 if the books balance, 1 if not or if they cannot be checked, 2 for wrong arguments. */
    public static int run(List<String> words) {
        List<String> settings = new ArrayList<>(words);
        Duration wait;
        try {
            wait = removeWait(settings);
        } catch (IllegalArgumentException wrong) {
            return printUsage(String.valueOf(wrong.getMessage()));
        }
        Arguments arguments = Arguments.parse(settings);
        if (!arguments.own().isEmpty() || !arguments.isWellFormed()) {
            return printUsage("settings as those of start");
        }
        try {
            return areBalanced(arguments.settings(), wait) ? 0 : BOOKS_DIFFER;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return BOOKS_DIFFER;
        } catch (BeanCreationException | DataAccessException failed) {
            System.err.println(
                    "the books cannot be checked: " + ownCause(failed).getMessage());
            return BOOKS_DIFFER;
        }
    }

    /** Takes {@code --wait 30s} out of the arguments. */
    private static Duration removeWait(List<String> arguments) {
        int place = arguments.indexOf(WAIT);
        if (place < 0) {
            return Duration.ZERO;
        }
        if (place == arguments.size() - 1) {
            throw new IllegalArgumentException(WAIT + " needs a duration such as 30s");
        }
        arguments.remove(place);
        return DurationStyle.detectAndParse(arguments.remove(place));
    }

    /** The database may have been killed a moment ago, and be coming back: a ledger that cannot be read is read again until the wait is over. */
    private static boolean areBalanced(List<String> settings, Duration wait) throws InterruptedException {
        long deadline = System.nanoTime() + wait.toNanos();
        while (true) {
            try {
                return DatabaseContext.run(
                        settings, BanksWiring.class, context -> isBalanced(booksCheck(context), wait));
            } catch (BeanCreationException | DataAccessException unreadable) {
                if (System.nanoTime() > deadline || !isDatabaseAway(unreadable)) {
                    throw unreadable;
                }
                Thread.sleep(RETRY_DELAY);
            }
        }
    }

    private static Reconciliation booksCheck(ApplicationContext context) {
        Banks banks = context.getBean(Banks.class);
        return new Reconciliation(
                context.getBean(Journal.class),
                banks.statementBanks(banks.accounts().all()),
                context.getBean(Clock.class));
    }

    private static boolean isBalanced(Reconciliation check, Duration wait) {
        try {
            List<Difference> differences = check.awaitBalanced(wait);
            differences.forEach(System.out::println);
            return differences.isEmpty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isDatabaseAway(RuntimeException unreadable) {
        return !(unreadable instanceof BeanCreationException creation)
                || creation.contains(DatabaseUnavailable.class)
                || creation.contains(DataAccessException.class);
    }

    /** What went wrong in our own code or settings, without Spring's account of where. */
    private static Throwable ownCause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof BeansException && cause != null ? ownCause(cause) : failure;
    }

    private static int printUsage(String wrong) {
        System.err.println("usage: portolan check-books [--wait 30s] [--demo] [--NAME=VALUE ...] (" + wrong + ")");
        return 2;
    }
}
