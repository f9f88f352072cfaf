package io.portolan.ledger.command;

import io.portolan.ledger.command.Rejection.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What must be true of every command before the book is looked at: it can be stored as it is, and its key is not one of the book's own. */
final class CommandValidation {
    private static final int MAX_KEY_LENGTH = 128;
    private static final int MAX_NARRATIVE_LENGTH = 255;
    private static final int MAX_POSTINGS = 100;
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9999;

    private CommandValidation() {}

    static Optional<RuleResult> check(Command command) {
        String narrative = command.narrative();
        int postings = command.postings().size();
        boolean isEntry = command instanceof Command.Post || command instanceof Command.Correct;
        if (narrative.length() > MAX_NARRATIVE_LENGTH || !isPrintable(narrative)) {
            return reject(command, "a text of up to 255 printable characters", narrative);
        }
        if (isEntry && (postings < 2 || postings > MAX_POSTINGS)) {
            return reject(command, "2 to 100 postings", postings + " postings");
        }
        return clientKey(command).flatMap(key -> checkKey(command, key)).or(() -> checkDates(command));
    }

    private static Optional<RuleResult> checkKey(Command command, String key) {
        if (key.isEmpty() || key.length() > MAX_KEY_LENGTH || !isPrintable(key) || !key.equals(key.strip())) {
            return reject(command, "a key of 1 to 128 printable characters, no space at its ends", key);
        }
        return isReserved(key)
                ? reject(command, "a key outside the book's reserved ones (book, account/..., day/...)", key)
                : Optional.empty();
    }

    /** The dates that the book would store must be dates that its database knows. */
    private static Optional<RuleResult> checkDates(Command command) {
        return storedDates(command).stream()
                .filter(date -> date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR)
                .findFirst()
                .flatMap(date -> reject(command, "a date in the years 1000 to 9999", date.toString()));
    }

    /** The key that the client chose: some commands derive theirs from another entry's key, or from the account or date. */
    private static Optional<String> clientKey(Command command) {
        return switch (command) {
            case Command.Reverse reverse -> Optional.of(reverse.entry());
            case Command.Release release -> Optional.of(release.hold());
            case Command.Post _, Command.Correct _, Command.Hold _, Command.Freeze _, Command.Unfreeze _ ->
                Optional.of(command.key());
            case Command.OpenAccount _, Command.CloseAccount _, Command.CloseDay _ -> Optional.empty();
        };
    }

    /** Keys of openings and closings, which a client could otherwise take before the book needs them. */
    private static boolean isReserved(String key) {
        return key.equals("book") || key.startsWith("account/") || key.startsWith(Command.CloseDay.KEY_PREFIX);
    }

    private static List<LocalDate> storedDates(Command command) {
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

    /** Neither control characters nor halves of characters, which no encoding can store. */
    private static boolean isPrintable(String text) {
        return text.codePoints()
                .noneMatch(character ->
                        Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE);
    }

    private static Optional<RuleResult> reject(Command command, String required, String found) {
        return Optional.of(RuleResult.reject(command, Reason.MALFORMED, required, found));
    }
}
