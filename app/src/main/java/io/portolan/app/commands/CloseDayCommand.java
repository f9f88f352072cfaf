package io.portolan.app.commands;

import io.portolan.app.books.Verification;
import io.portolan.db.Database;
import io.portolan.ledger.audit.report.AuditReport;
import io.portolan.ledger.command.Command;
import io.portolan.ledger.command.CommandResult;
import io.portolan.ledger.event.EventRow;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * {@code close-day DATE [--NAME=VALUE ...]}: ends the open business date, if the book verifies, and opens the next day. Asked again about the same
 * date it changes nothing.
 */
public final class CloseDayCommand {
    private CloseDayCommand() {}

    /** The exit code: 0 if the date is closed, 1 if it cannot be, 2 for wrong words. */
    public static int run(List<String> arguments) {
        LocalDate date;
        try {
            date = LocalDate.parse(arguments.isEmpty() ? "" : arguments.getFirst());
        } catch (DateTimeParseException wrong) {
            System.err.println(
                    "usage: portolan close-day DATE [--demo] [--NAME=VALUE ...], with a date like 2026-11-21");
            return 2;
        }
        boolean isClosed = DatabaseContext.run(
                arguments.subList(1, arguments.size()), context -> close(context.getBean(Database.class), date));
        return isClosed ? 0 : 1;
    }

    private static boolean close(Database database, LocalDate date) {
        List<AuditReport> reports = new Verification(database, Clock.systemUTC()).verify();
        if (!reports.stream().allMatch(AuditReport::isClean)) {
            System.err.println(date + " stays open: the book does not verify. ./portolan verify says where.");
            return false;
        }
        return switch (database.journal().execute(List.of(new Command.CloseDay(date, date.plusDays(1))))) {
            case CommandResult.Applied accepted -> {
                System.out.println(date + " is closed, " + date.plusDays(1) + " is open.");
                accepted.events().stream().map(EventRow::body).forEach(System.out::println);
                yield true;
            }
            case CommandResult.Rejected refused -> {
                System.err.println(date + " cannot be closed: " + refused.rejection());
                yield false;
            }
        };
    }
}
