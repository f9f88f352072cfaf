package io.portolan.ledger.command;

import io.portolan.ledger.command.Rejection.Reason;
import java.util.Optional;

/** What every command must look like before anybody looks at the book. */
final class Shape {
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_NARRATIVE = 255;
    private static final int MOST_POSTINGS = 100;

    private Shape() {}

    static Optional<Ruling> check(Command command) {
        String key = clientKey(command);
        String narrative = command.narrative();
        int postings = command.postings().size();
        boolean isEntry = command instanceof Command.Post || command instanceof Command.Correct;
        if (key.isBlank() || key.length() > LONGEST_KEY || hasControls(key)) {
            return refuse(command, "a key of 1 to 128 printable characters", key);
        }
        if (narrative.length() > LONGEST_NARRATIVE || hasControls(narrative)) {
            return refuse(command, "a text of up to 255 printable characters", narrative);
        }
        if (isEntry && (postings < 2 || postings > MOST_POSTINGS)) {
            return refuse(command, "2 to 100 postings", postings + " postings");
        }
        return Optional.empty();
    }

    /** Some keys are made of the key of what the command is about. */
    private static String clientKey(Command command) {
        return switch (command) {
            case Command.Reverse reverse -> reverse.entry();
            case Command.Release release -> release.hold();
            case Command.Post _,
                    Command.Correct _,
                    Command.Hold _,
                    Command.OpenAccount _,
                    Command.Freeze _,
                    Command.Unfreeze _,
                    Command.CloseAccount _,
                    Command.CloseDay _ -> command.key();
        };
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static Optional<Ruling> refuse(Command command, String required, String found) {
        return Optional.of(Ruling.refuse(command, Reason.MALFORMED, required, found));
    }
}
