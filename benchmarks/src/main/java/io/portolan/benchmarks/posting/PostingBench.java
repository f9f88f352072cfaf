package io.portolan.benchmarks.posting;

import io.portolan.benchmarks.server.Server;
import io.portolan.benchmarks.traffic.Shape;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All ways of posting, in turns, so that whatever else the machine does meets all of them. */
public final class PostingBench {
    private static final List<Integer> CALLERS = List.of(1, 8, 16);

    private final Server server;
    private final PostingSizes sizes;
    private final Consumer<String> progress;
    private final Map<PostingRow, List<Throughput>> rounds = new LinkedHashMap<>();

    /** @param progress is told what is being measured */
    public PostingBench(Server server, PostingSizes sizes, Consumer<String> progress) {
        this.server = server;
        this.sizes = sizes;
        this.progress = progress;
    }

    /** Measures everything once. */
    public PostingReport run() throws Exception {
        try (Rows rows = new Rows()) {
            rows.open();
            for (PostingRow row : rows.all) {
                progress.accept("warming up: " + row.title());
                row.warmUp();
            }
            for (int round = 1; round <= sizes.rounds(); round++) {
                measure(rows, round);
            }
            return new PostingReport(
                    rows.oneByOne.stream().map(this::resultOf).toList(),
                    results(rows.batched),
                    rows.joined.stream().map(this::resultOf).toList(),
                    resultOf(rows.ceiling.getFirst()));
        }
    }

    private void measure(Rows rows, int round) throws Exception {
        for (PostingRow row : rows.all) {
            progress.accept("round " + round + " of " + sizes.rounds() + ": " + row.title());
            rounds.computeIfAbsent(row, _ -> new ArrayList<>()).add(row.round());
        }
    }

    private Map<Shape, PostingResult> results(Map<Shape, PostingRow> rows) {
        Map<Shape, PostingResult> results = new EnumMap<>(Shape.class);
        rows.forEach((shape, row) -> results.put(shape, resultOf(row)));
        return results;
    }

    private PostingResult resultOf(PostingRow row) {
        return new PostingResult(row.title(), rounds.getOrDefault(row, List.of()));
    }

    /** The rows, as far as they were opened. */
    private final class Rows implements AutoCloseable {
        private final List<PostingRow> oneByOne = new ArrayList<>();
        private final Map<Shape, PostingRow> batched = new EnumMap<>(Shape.class);
        private final List<PostingRow> ceiling = new ArrayList<>();
        private final List<PostingRow> joined = new ArrayList<>();
        private final List<PostingRow> all = new ArrayList<>();

        void open() throws SQLException {
            progress.accept("making databases");
            for (int connections : CALLERS) {
                oneByOne.add(added(new RowLocks(server, connections, sizes)));
            }
            for (Shape shape : Shape.values()) {
                batched.put(shape, added(new Batched(server, shape, sizes)));
            }
            ceiling.add(added(new Ceiling(server, sizes)));
            for (int callers : CALLERS) {
                joined.add(added(new Joined(server, callers, sizes)));
            }
        }

        @Override
        public void close() throws SQLException {
            for (PostingRow row : all) {
                row.close();
            }
        }

        private PostingRow added(PostingRow row) {
            all.add(row);
            return row;
        }
    }
}
