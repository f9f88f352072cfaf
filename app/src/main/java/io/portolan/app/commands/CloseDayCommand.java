package io.portolan.app.commands;

import io.portolan.domain.ledger.DayTotals;
import io.portolan.operations.dayend.DayClosing;
import io.portolan.operations.dayend.DayClosingResult;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * {@code close-day DATE [--NAME=VALUE ...]}: closes the open business date, if the ledger verifies, and opens the next day. Repeated for the same
 * date it changes nothing.
 */
public final class CloseDayCommand {
    private CloseDayCommand() {}

    /** The exit code: 0 if the date is closed, 1 if it cannot be, 2 for wrong arguments. */
    public static int run(List<String> arguments) {
        LocalDate date;
        try {
            date = LocalDate.parse(arguments.isEmpty() ? "" : arguments.getFirst());
        } catch (DateTimeParseException wrong) {
            System.err.println(
                    "usage: portolan close-day DATE [--demo] [--NAME=VALUE ...], with a date like 2026-11-21");
            return 2;
        }
        List<String> settings = arguments.subList(1, arguments.size());
        return DatabaseContext.run(settings, context -> close(context.getBean(DayClosing.class), date)) ? 0 : 1;
    }

    private static boolean close(DayClosing closing, LocalDate date) {
        return switch (closing.close(date)) {
            case DayClosingResult.Closed closed -> {
                print(closed);
                yield true;
            }
            case DayClosingResult.NotVerified _ -> {
                System.err.println(
                        date + " was not closed: the ledger does not verify. Run ./portolan verify for details.");
                yield false;
            }
            case DayClosingResult.Rejected(String reason) -> {
                System.err.println(date + " cannot be closed: " + reason);
                yield false;
            }
        };
    }

    private static void print(DayClosingResult.Closed closed) {
        DayTotals totals = closed.totals();
        System.out.printf("%s is closed, %s is open.%n", closed.date(), closed.nextDate());
        System.out.printf("%,d accounts were posted to; Merkle root %s%n", totals.accounts(), totals.merkleRoot());
        for (DayTotals.Total total : totals.totals()) {
            System.out.printf("%s: balances %s, held %s%n", total.currency(), total.posted(), total.held());
        }
    }
}
