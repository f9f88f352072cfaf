package io.portolan.app.commands;

import io.portolan.domain.ledger.AuditFinding;
import io.portolan.domain.ledger.AuditReport;
import io.portolan.operations.verification.FreezeResult;
import io.portolan.operations.verification.Verification;
import io.portolan.operations.verification.VerificationResult;
import java.util.List;

/**
 * {@code verify [--NAME=VALUE ...]}: verifies the ledger in two independent ways, and says what was checked. What does not verify is named, its
 * account is frozen and an alert is raised; nothing is repaired.
 */
public final class VerifyCommand {
    private static final int BOOK_WRONG = 1;

    private VerifyCommand() {}

    /** The exit code: 0 if the ledger verifies, 1 if not, 2 for wrong arguments. */
    public static int run(List<String> arguments) {
        if (!arguments.stream().allMatch(argument -> argument.matches("--[^=]+=.*"))) {
            System.err.println("usage: portolan verify [--demo] [--NAME=VALUE ...] (settings as those of start)");
            return 2;
        }
        return DatabaseContext.run(arguments, context -> verify(context.getBean(Verification.class))) ? 0 : BOOK_WRONG;
    }

    private static boolean verify(Verification verification) {
        VerificationResult result = verification.verifyAndFreeze();
        result.reports().forEach(VerifyCommand::print);
        result.freezes().forEach(freeze -> System.out.println(describe(freeze)));
        return result.isClean();
    }

    private static void print(AuditReport report) {
        System.out.printf(
                "%-6s  %,d events, %,d postings, %,d accounts, %,d closed days: %s%n",
                report.method(),
                report.events(),
                report.postings(),
                report.accounts(),
                report.days(),
                report.isClean() ? "ok" : report.findings().size() + " WRONG");
        for (AuditFinding finding : report.findings()) {
            System.out.println("      " + finding);
        }
    }

    private static String describe(FreezeResult freeze) {
        return switch (freeze) {
            case FreezeResult.Frozen(var account) -> "froze " + account + " and raised an alert";
            case FreezeResult.AlreadyFrozen(var account) -> account + " is already frozen";
            case FreezeResult.Rejected(var account, String reason) -> "could not freeze " + account + ": " + reason;
            case FreezeResult.NoAccount _ -> "raised an alert: the finding concerns no single account";
        };
    }
}
