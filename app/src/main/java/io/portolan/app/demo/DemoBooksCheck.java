package io.portolan.app.demo;

import io.portolan.banks.iso20022.Iso20022Bank;
import io.portolan.banks.signedjson.SignedJsonBank;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.StatementBank;
import io.portolan.operations.reconciliation.BooksCheck;
import io.portolan.operations.reconciliation.Difference;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jooq.exception.DataAccessException;

/** The demo's last word: whether the books balance, within themselves and against the banks' statements. */
final class DemoBooksCheck {
    private static final String DOMESTIC = "B";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    /** Never counted down: waiting for it is pausing. */
    private static final CountDownLatch NEVER_OPENED = new CountDownLatch(1);

    private DemoBooksCheck() {}

    /**
     * What is wrong once everything is quiet, or after half a minute; empty when the books balance.
     *
     * @throws DemoFailed if the book cannot be read for so long
     */
    static List<Difference> awaitBalanced(DemoEnvironment.Connections world) throws DemoFailed, InterruptedException {
        try (SignedJsonBank domestic = world.banks().domestic();
                Iso20022Bank international = world.banks().international()) {
            Map<NostroAccount, StatementBank> statements = new HashMap<>();
            world.funds()
                    .accounts()
                    .forEach(account ->
                            statements.put(account, account.bank().equals(DOMESTIC) ? domestic : international));
            return retryWhileUnreadable(new BooksCheck(world.database().journal(), statements, Clock.systemUTC()));
        }
    }

    /** The database may have been killed a moment ago, and be coming back. */
    private static List<Difference> retryWhileUnreadable(BooksCheck check) throws DemoFailed, InterruptedException {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (true) {
            try {
                return check.awaitBalanced(TIMEOUT);
            } catch (DataAccessException unreadable) {
                if (System.nanoTime() > deadline) {
                    throw new DemoFailed("the book cannot be read: " + unreadable.getMessage(), unreadable);
                }
                NEVER_OPENED.await(1, TimeUnit.SECONDS);
            }
        }
    }
}
