package io.portolan.ledger.reference;

import io.portolan.ledger.command.Command;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** Whether a command is malformed, whatever the book says. */
final class MalformedCommands {
    private static final Pattern KEY = Pattern.compile(
            "(?!book$|account/|day/)[^\\s\\p{Cntrl}\\p{Cs}]([^\\p{Cntrl}\\p{Cs}]{0,126}[^\\s\\p{Cntrl}\\p{Cs}])?");
    private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{0,255}");

    private MalformedCommands() {}

    static boolean isMalformed(Command command) {
        return !hasGoodKey(command)
                || !TEXT.matcher(command.narrative()).matches()
                || hasWrongCount(command)
                || dates(command).stream().anyMatch(date -> date.getYear() < 1000 || date.getYear() > 9999);
    }

    private static boolean hasGoodKey(Command command) {
        return switch (command) {
            case Command.Reverse reverse -> KEY.matcher(reverse.entry()).matches();
            case Command.Release release -> KEY.matcher(release.hold()).matches();
            case Command.OpenAccount _, Command.CloseAccount _, Command.CloseDay _ -> true;
            case Command.Post _, Command.Correct _, Command.Hold _, Command.Freeze _, Command.Unfreeze _ ->
                KEY.matcher(command.key()).matches();
        };
    }

    private static boolean hasWrongCount(Command command) {
        boolean isEntry = command instanceof Command.Post || command instanceof Command.Correct;
        int postings = command.postings().size();
        return isEntry && (postings < 2 || postings > 100);
    }

    private static List<LocalDate> dates(Command command) {
        return switch (command) {
            case Command.Correct correct -> List.of(correct.valueDate());
            case Command.CloseDay close -> List.of(close.date(), close.nextDate());
            case Command.Post _,
                    Command.Reverse _,
                    Command.Hold _,
                    Command.Release _,
                    Command.OpenAccount _,
                    Command.Freeze _,
                    Command.Unfreeze _,
                    Command.CloseAccount _ -> List.of();
        };
    }
}
