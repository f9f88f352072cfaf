package io.portolan.app.commands;

import io.portolan.app.books.Verification;
import io.portolan.db.Database;
import io.portolan.ledger.audit.report.AuditReport;
import io.portolan.ledger.audit.report.Finding;
import java.time.Clock;
import java.util.List;

/**
 * {@code verify [--NAME=VALUE ...]}: proves the stored book in two independent ways, and says what was looked at. What does not verify is named, its
 * account is frozen and an alert is raised; nothing is repaired.
 */
public final class VerifyCommand {
    private static final int BOOK_WRONG = 1;

    private VerifyCommand() {}

    /** The exit code: 0 if the book verifies, 1 if not, 2 for wrong arguments. */
    public static int run(List<String> arguments) {
        if (!arguments.stream().allMatch(argument -> argument.matches("--[^=]+=.*"))) {
            System.err.println("usage: portolan verify [--demo] [--NAME=VALUE ...] (settings as those of start)");
            return 2;
        }
        return DatabaseContext.run(arguments, context -> verify(context.getBean(Database.class))) ? 0 : BOOK_WRONG;
    }

    private static boolean verify(Database database) {
        Verification verification = new Verification(database, Clock.systemUTC());
        List<AuditReport> reports = verification.verify();
        reports.forEach(VerifyCommand::print);
        verification.freezeAndAlert(reports).forEach(System.out::println);
        return reports.stream().allMatch(AuditReport::isClean);
    }

    private static void print(AuditReport report) {
        System.out.printf(
                "%-6s  %,d events, %,d postings, %,d accounts, %,d closed days: %s%n",
                report.method(),
                report.events(),
                report.postings(),
                report.accounts(),
                report.days(),
                report.isClean() ? "verified" : report.findings().size() + " WRONG");
        for (Finding finding : report.findings()) {
            System.out.println("      " + finding);
        }
    }
}
