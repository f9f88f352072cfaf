package io.portolan.ledger.reference;

import io.portolan.ledger.command.Command;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Requests with their times, all from one seed. Now and then several commands are submitted together, several requests at one instant, or the clock goes back. */
final class RandomRequests {
    private RandomRequests() {}

    static List<Request> of(long seed, int requests) {
        RandomInputs inputs = new RandomInputs(seed);
        ReferenceBook book = new ReferenceBook();
        RandomCommands randomCommands = new RandomCommands(inputs, book);
        List<Request> drawn = new ArrayList<>();
        Instant at = RandomCommands.FIRST_DATE.atStartOfDay(ZoneOffset.UTC).toInstant();
        while (drawn.size() < requests) {
            at = at.plus(pause(inputs));
            int commands = inputs.below(8) == 0 ? 2 + inputs.below(3) : 1;
            List<Command> together =
                    Stream.generate(randomCommands::next).limit(commands).toList();
            Request request = new Request(together, at);
            book.execute(request);
            drawn.add(request);
        }
        return drawn;
    }

    private static Duration pause(RandomInputs inputs) {
        return switch (inputs.below(10)) {
            case 0 -> Duration.ofSeconds(-inputs.below(3_600));
            case 1, 2, 3 -> Duration.ZERO;
            case 4 -> Duration.ofHours(inputs.below(12));
            default -> Duration.ofNanos(inputs.below(2_000_000_000));
        };
    }
}
