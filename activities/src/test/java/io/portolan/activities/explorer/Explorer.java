package io.portolan.activities.explorer;

import io.portolan.activities.explorer.Moves.Move;
import io.portolan.activities.explorer.Situation.Digest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks through everything that can happen from where a scenario begins: breadth first, each state once, so that what it finds first is the shortest way to it. A way is the
 * numbers of the moves chosen, among those that were possible.
 */
final class Explorer {
    private final Scenario scenario;
    private final Guard removed;

    /** How much is searched, at most: so many moves in a row, so many states, for so long. */
    record Limits(int depth, int states, Duration time) {
        private static final Duration BRIEF = Duration.ofMinutes(1);

        /** Few states, which every build has time for; with {@code -Dportolan.explorer.seconds} as many as there is time for. */
        static Limits ofBuild(int states) {
            int depth = Integer.getInteger("portolan.explorer.depth", 1_000);
            Integer seconds = Integer.getInteger("portolan.explorer.seconds");
            return seconds == null
                    ? new Limits(depth, states, BRIEF)
                    : new Limits(depth, Integer.MAX_VALUE, Duration.ofSeconds(seconds));
        }
    }

    /** What was broken, and the moves that led to it. */
    record Fault(String broken, List<Integer> choices, List<String> moves) {
        @Override
        public String toString() {
            return broken + "\n  choices " + choices + "\n  " + String.join("\n  ", moves);
        }
    }

    /**
     * How far a search went.
     *
     * @param steps how often a move was made
     * @param depth all ways of so many moves were walked
     * @param isWhole whether there are no longer ones
     * @param fault null if nothing was broken
     */
    record Found(
            int states,
            long steps,
            int depth,
            boolean isWhole,
            Duration took,
            @Nullable Fault fault) {}

    private record Node(Situation situation, int number) {}

    Explorer(Scenario scenario, Guard removed) {
        this.scenario = scenario;
        this.removed = removed;
    }

    Found search(Limits limits) {
        return new Search(limits).run();
    }

    /** The moves of a way by name, and what it breaks. */
    Optional<Fault> replay(List<Integer> choices) {
        Situation now = scenario.begin(removed);
        List<String> names = new ArrayList<>();
        for (int choice : choices) {
            Move move = Moves.of(now, scenario).get(choice);
            names.add(move.name());
            Situation next = move.from(now);
            Optional<String> broken = Invariants.broken(now, next);
            if (broken.isPresent()) {
                return Optional.of(new Fault(broken.get(), choices, names));
            }
            now = next;
        }
        return Optional.empty();
    }

    /** Walks one way of at most so many moves at random, and then lets all go well: the payment ends, or waits for a person. */
    Optional<Fault> walk(long seed, int longest) {
        Random random = new Random(seed);
        Situation now = scenario.begin(removed);
        List<Integer> choices = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Optional<String> broken = Optional.empty();
        while (choices.size() < longest && broken.isEmpty()) {
            List<Move> moves = Moves.of(now, scenario);
            if (moves.isEmpty()) {
                break;
            }
            int choice = random.nextInt(moves.size());
            choices.add(choice);
            names.add(moves.get(choice).name());
            Situation next = moves.get(choice).from(now);
            broken = Invariants.broken(now, next);
            now = next;
        }
        Situation last = now;
        return broken.or(() -> new Rest(last).broken()).map(what -> new Fault(what, choices, names));
    }

    /** One search: the states seen, and for each the one from which it was reached, by which choice. */
    private final class Search {
        private final Limits limits;
        private final Set<Digest> seen = new HashSet<>();
        private int[] parents = new int[1 << 12];
        private int[] choices = new int[1 << 12];
        private final long startedAt = System.nanoTime();
        private long steps;
        private @Nullable Fault fault;

        Search(Limits limits) {
            this.limits = limits;
        }

        Found run() {
            Situation start = scenario.begin(removed);
            seen.add(start.digest());
            List<Node> level = List.of(new Node(start, 0));
            int depth = 0;
            while (!level.isEmpty() && depth < limits.depth && !isStopped()) {
                level = next(level);
                depth += isStopped() ? 0 : 1;
            }
            return new Found(seen.size(), steps, depth, level.isEmpty() && fault == null, took(), fault);
        }

        private boolean isStopped() {
            return fault != null || seen.size() >= limits.states || took().compareTo(limits.time) > 0;
        }

        private Duration took() {
            return Duration.ofNanos(System.nanoTime() - startedAt);
        }

        private List<Node> next(List<Node> level) {
            List<Node> reached = new ArrayList<>();
            for (Node node : level) {
                List<Move> moves = Moves.of(node.situation, scenario);
                for (int choice = 0; choice < moves.size(); choice++) {
                    Situation to = moves.get(choice).from(node.situation);
                    steps++;
                    Optional<String> broken = Invariants.broken(node.situation, to);
                    if (broken.isPresent()) {
                        fault = replay(way(node.number, choice)).orElseThrow();
                        return reached;
                    }
                    if (seen.add(to.digest())) {
                        reached.add(new Node(to, number(node.number, choice)));
                    }
                }
                if (isStopped()) {
                    return reached;
                }
            }
            return reached;
        }

        private int number(int parent, int choice) {
            int number = seen.size() - 1;
            if (number >= parents.length) {
                parents = Arrays.copyOf(parents, number * 2);
                choices = Arrays.copyOf(choices, number * 2);
            }
            parents[number] = parent;
            choices[number] = choice;
            return number;
        }

        private List<Integer> way(int number, int last) {
            List<Integer> way = new ArrayList<>(List.of(last));
            for (int at = number; at > 0; at = parents[at]) {
                way.addFirst(choices[at]);
            }
            return way;
        }
    }
}
