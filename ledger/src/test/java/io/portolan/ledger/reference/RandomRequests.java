package io.portolan.ledger.reference;

import io.portolan.ledger.command.Command;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Requests with their times, all from one seed. Now and then several commands are asked together, several requests at one instant, or the clock goes back. */
final class RandomRequests {
    private RandomRequests() {}

    static List<Request> of(long seed, int requests) {
        RandomInputs draw = new RandomInputs(seed);
        ReferenceBook book = new ReferenceBook();
        RandomCommands mixture = new RandomCommands(draw, book);
        List<Request> script = new ArrayList<>();
        Instant at = RandomCommands.FIRST_DATE.atStartOfDay(ZoneOffset.UTC).toInstant();
        while (script.size() < requests) {
            at = at.plus(pause(draw));
            int commands = draw.below(8) == 0 ? 2 + draw.below(3) : 1;
            List<Command> together =
                    Stream.generate(mixture::next).limit(commands).toList();
            Request request = new Request(together, at);
            book.execute(request);
            script.add(request);
        }
        return script;
    }

    private static Duration pause(RandomInputs draw) {
        return switch (draw.below(10)) {
            case 0 -> Duration.ofSeconds(-draw.below(3_600));
            case 1, 2, 3 -> Duration.ZERO;
            case 4 -> Duration.ofHours(draw.below(12));
            default -> Duration.ofNanos(draw.below(2_000_000_000));
        };
    }
}
