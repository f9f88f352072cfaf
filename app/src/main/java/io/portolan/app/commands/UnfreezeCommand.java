package io.portolan.app.commands;

import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AuditFinding;
import io.portolan.operations.verification.AccountUnfreezing;
import io.portolan.operations.verification.UnfreezeResult;
import java.util.List;

/**
 * {@code unfreeze ACCOUNT OPERATOR REASON [--NAME=VALUE ...]}: unfreezes an account, once the ledger verifies again for it. The ledger keeps who did
 * it and why. An account that is open stays as it is, so that it is safe to repeat.
 */
public final class UnfreezeCommand {
    private static final int ARGUMENT_COUNT = 3;

    private UnfreezeCommand() {}

    /** The exit code: 0 if the account is open, 1 if it is not, 2 for wrong arguments. */
    public static int run(List<String> arguments) {
        List<String> order = arguments.stream()
                .takeWhile(argument -> !argument.startsWith("--"))
                .toList();
        if (order.size() != ARGUMENT_COUNT || order.stream().anyMatch(String::isBlank)) {
            System.err.println("usage: portolan unfreeze ACCOUNT OPERATOR 'REASON' [--demo] [--NAME=VALUE ...]");
            return 2;
        }
        AccountId account;
        try {
            account = AccountId.parse(order.getFirst());
        } catch (IllegalArgumentException notAnAccount) {
            System.err.println(
                    order.getFirst() + " is not an account code; use KIND:HOLDER:CURRENCY, such as NOSTRO:B:CNY");
            return 2;
        }
        List<String> settings = arguments.subList(ARGUMENT_COUNT, arguments.size());
        boolean isOpen = DatabaseContext.run(
                settings,
                context -> report(
                        account,
                        context.getBean(AccountUnfreezing.class).unfreeze(account, order.get(1), order.getLast())));
        return isOpen ? 0 : 1;
    }

    /** Whether the account is open now. */
    private static boolean report(AccountId account, UnfreezeResult result) {
        return switch (result) {
            case UnfreezeResult.Unfrozen _ -> {
                System.out.println(account + " is unfrozen. Close its alert in the console.");
                yield true;
            }
            case UnfreezeResult.NotFrozen _ -> {
                System.out.println(account + " is not frozen.");
                yield true;
            }
            case UnfreezeResult.NotVerified(List<AuditFinding> findings) -> {
                System.err.println(account + " remains frozen: the ledger does not verify:");
                findings.forEach(finding -> System.err.println("      " + finding));
                yield false;
            }
            case UnfreezeResult.Rejected(String reason) -> {
                System.err.println(account + " cannot be unfrozen: " + reason);
                yield false;
            }
        };
    }
}
