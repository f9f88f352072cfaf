package io.portolan.ledger.command;

import io.portolan.ledger.command.Rejection.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What every command must look like before anybody looks at the book: it can be stored as it is, and its key is nobody else's. */
final class Shape {
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_NARRATIVE = 255;
    private static final int MOST_POSTINGS = 100;
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9999;

    private Shape() {}

    static Optional<Ruling> check(Command command) {
        String narrative = command.narrative();
        int postings = command.postings().size();
        boolean isEntry = command instanceof Command.Post || command instanceof Command.Correct;
        if (narrative.length() > LONGEST_NARRATIVE || !isPrintable(narrative)) {
            return refuse(command, "a text of up to 255 printable characters", narrative);
        }
        if (isEntry && (postings < 2 || postings > MOST_POSTINGS)) {
            return refuse(command, "2 to 100 postings", postings + " postings");
        }
        return clientKey(command).flatMap(key -> checkKey(command, key)).or(() -> checkDates(command));
    }

    private static Optional<Ruling> checkKey(Command command, String key) {
        if (key.isEmpty() || key.length() > LONGEST_KEY || !isPrintable(key) || !key.equals(key.strip())) {
            return refuse(command, "a key of 1 to 128 printable characters, no space at its ends", key);
        }
        return isReserved(key) ? refuse(command, "a key that the book does not give itself", key) : Optional.empty();
    }

    /** The dates that the book would keep must be dates of its database. */
    private static Optional<Ruling> checkDates(Command command) {
        return keptDates(command).stream()
                .filter(date -> date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR)
                .findFirst()
                .flatMap(date -> refuse(command, "a date in the years 1000 to 9999", date.toString()));
    }

    /** The key that the client chose: some commands' keys are made of that of what they are about, or of the account or date. */
    private static Optional<String> clientKey(Command command) {
        return switch (command) {
            case Command.Reverse reverse -> Optional.of(reverse.entry());
            case Command.Release release -> Optional.of(release.hold());
            case Command.Post _, Command.Correct _, Command.Hold _, Command.Freeze _, Command.Unfreeze _ ->
                Optional.of(command.key());
            case Command.OpenAccount _, Command.CloseAccount _, Command.CloseDay _ -> Optional.empty();
        };
    }

    /** Keys of openings and closings, which a client could otherwise use up before the book does. */
    private static boolean isReserved(String key) {
        return key.equals("book") || key.startsWith("account/") || key.startsWith(Command.CloseDay.KEYS);
    }

    private static List<LocalDate> keptDates(Command command) {
        return switch (command) {
            case Command.Correct correct -> List.of(correct.valueDate());
            case Command.CloseDay close -> List.of(close.date(), close.next());
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

    /** Neither control characters nor halves of characters, which no encoding can store. */
    private static boolean isPrintable(String text) {
        return text.codePoints()
                .noneMatch(character ->
                        Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE);
    }

    private static Optional<Ruling> refuse(Command command, String required, String found) {
        return Optional.of(Ruling.refuse(command, Reason.MALFORMED, required, found));
    }
}
