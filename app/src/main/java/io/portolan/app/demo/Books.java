package io.portolan.app.demo;

import io.portolan.app.books.BooksCheck;
import io.portolan.app.books.Difference;
import io.portolan.banks.domestic.SignedJsonBank;
import io.portolan.banks.international.Iso20022Bank;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.StatementBank;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The demo's last word: whether the books balance, within themselves and against the banks' statements. */
final class Books {
    private static final String DOMESTIC = "B";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Books() {}

    /** What is wrong once everything is quiet, or after half a minute; empty when the books balance. */
    static List<Difference> differences(World.Running world) throws InterruptedException {
        try (SignedJsonBank domestic = world.banks().domestic();
                Iso20022Bank international = world.banks().international()) {
            var statements = world.funds().accounts().stream()
                    .collect(Collectors.toMap(
                            Function.<NostroAccount>identity(),
                            account -> account.bank().equals(DOMESTIC)
                                    ? (StatementBank) domestic
                                    : (StatementBank) international));
            return new BooksCheck(world.database().journal(), statements, Clock.systemUTC()).untilQuiet(LIMIT);
        }
    }
}
