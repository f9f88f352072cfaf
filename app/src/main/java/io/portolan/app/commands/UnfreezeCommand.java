package io.portolan.app.commands;

import io.portolan.app.books.Verification;
import io.portolan.db.Database;
import io.portolan.domain.ledger.AccountId;
import io.portolan.ledger.audit.report.Finding;
import io.portolan.ledger.book.Account;
import io.portolan.ledger.command.Command;
import io.portolan.ledger.command.CommandResult;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * {@code unfreeze ACCOUNT OPERATOR REASON [--NAME=VALUE ...]}: lets a frozen account move again, once nothing in the book speaks against it any more.
 * The book keeps who did it and why. An account that is open stays as it is, so that it is safe to repeat.
 */
public final class UnfreezeCommand {
    private static final int ARGUMENT_COUNT = 3;

    private UnfreezeCommand() {}

    /** The exit code: 0 if the account can move, 1 if it cannot, 2 for wrong words. */
    public static int run(List<String> arguments) {
        List<String> words =
                arguments.stream().takeWhile(word -> !word.startsWith("--")).toList();
        if (words.size() != ARGUMENT_COUNT || words.stream().anyMatch(String::isBlank)) {
            System.err.println("usage: portolan unfreeze ACCOUNT OPERATOR 'REASON' [--demo] [--NAME=VALUE ...]");
            return 2;
        }
        AccountId account;
        try {
            account = AccountId.parse(words.getFirst());
        } catch (IllegalArgumentException notAnAccount) {
            System.err.println(words.getFirst() + " is no account; write KIND:holder:CURRENCY, such as NOSTRO:B:CNY");
            return 2;
        }
        String narrative = words.get(1) + ": " + words.get(2);
        boolean isOpen = DatabaseContext.run(
                arguments.subList(ARGUMENT_COUNT, arguments.size()),
                context -> unfreeze(context.getBean(Database.class), account, narrative));
        return isOpen ? 0 : 1;
    }

    private static boolean unfreeze(Database database, AccountId account, String narrative) {
        Clock clock = Clock.systemUTC();
        Optional<Account.Status> status = database.history().statusOf(account);
        if (status.equals(Optional.of(Account.Status.OPEN))) {
            System.out.println(account + " is not frozen.");
            return true;
        }
        boolean isFrozen = status.equals(Optional.of(Account.Status.FROZEN));
        List<Finding> against = isFrozen ? new Verification(database, clock).findingsAgainst(account) : List.of();
        if (!against.isEmpty()) {
            System.err.println(account + " stays frozen, because the book does not verify:");
            against.forEach(finding -> System.err.println("      " + finding));
            return false;
        }
        String key = "unfreeze/" + account + "/" + clock.instant();
        return switch (database.journal().execute(List.of(new Command.Unfreeze(key, account, narrative)))) {
            case CommandResult.Applied _ -> {
                System.out.println(account + " can move again. The console's alert about it stays until it is ended.");
                yield true;
            }
            case CommandResult.Rejected refused -> {
                System.err.println(account + " cannot be unfrozen: " + refused.rejection());
                yield false;
            }
        };
    }
}
