package io.portolan.benchmarks.posting;

import io.portolan.benchmarks.server.Server;
import io.portolan.benchmarks.traffic.EntryKind;
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
    private final Map<PostingVariant, List<Throughput>> rounds = new LinkedHashMap<>();

    /** @param progress is told what is being measured */
    public PostingBench(Server server, PostingSizes sizes, Consumer<String> progress) {
        this.server = server;
        this.sizes = sizes;
        this.progress = progress;
    }

    /** Measures everything once. */
    public PostingReport run() throws Exception {
        try (Variants rows = new Variants()) {
            rows.open();
            for (PostingVariant row : rows.all) {
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

    private void measure(Variants rows, int round) throws Exception {
        for (PostingVariant row : rows.all) {
            progress.accept("round " + round + " of " + sizes.rounds() + ": " + row.title());
            rounds.computeIfAbsent(row, _ -> new ArrayList<>()).add(row.measureRound());
        }
    }

    private Map<EntryKind, PostingResult> results(Map<EntryKind, PostingVariant> rows) {
        Map<EntryKind, PostingResult> results = new EnumMap<>(EntryKind.class);
        rows.forEach((shape, row) -> results.put(shape, resultOf(row)));
        return results;
    }

    private PostingResult resultOf(PostingVariant row) {
        return new PostingResult(row.title(), rounds.getOrDefault(row, List.of()));
    }

    /** The rows, as far as they were opened. */
    private final class Variants implements AutoCloseable {
        private final List<PostingVariant> oneByOne = new ArrayList<>();
        private final Map<EntryKind, PostingVariant> batched = new EnumMap<>(EntryKind.class);
        private final List<PostingVariant> ceiling = new ArrayList<>();
        private final List<PostingVariant> joined = new ArrayList<>();
        private final List<PostingVariant> all = new ArrayList<>();

        void open() throws SQLException {
            progress.accept("making databases");
            for (int connections : CALLERS) {
                oneByOne.add(add(new RowLockPosting(server, connections, sizes)));
            }
            for (EntryKind shape : EntryKind.values()) {
                batched.put(shape, add(new BatchedPosting(server, shape, sizes)));
            }
            ceiling.add(add(new BareInsert(server, sizes)));
            for (int callers : CALLERS) {
                joined.add(add(new Joined(server, callers, sizes)));
            }
        }

        @Override
        public void close() throws SQLException {
            for (PostingVariant row : all) {
                row.close();
            }
        }

        private PostingVariant add(PostingVariant row) {
            all.add(row);
            return row;
        }
    }
}
