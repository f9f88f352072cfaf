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

/** Measures all ways of posting in turns, so that whatever else the machine does affects all of them. */
public final class PostingBench {
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
        try (Variants variants = new Variants()) {
            variants.open();
            for (PostingVariant variant : variants.all) {
                progress.accept("warming up: " + variant.title());
                variant.warmUp();
            }
            for (int round = 1; round <= sizes.rounds(); round++) {
                measure(variants, round);
            }
            return variants.report();
        }
    }

    private void measure(Variants variants, int round) throws Exception {
        for (PostingVariant variant : variants.all) {
            progress.accept("round " + round + " of " + sizes.rounds() + ": " + variant.title());
            rounds.computeIfAbsent(variant, _ -> new ArrayList<>()).add(variant.measureRound());
        }
    }

    private PostingResult resultOf(PostingVariant variant) {
        return new PostingResult(variant.title(), rounds.getOrDefault(variant, List.of()));
    }

    /** The variants, as far as they were opened. */
    private final class Variants implements AutoCloseable {
        private final List<PostingVariant> all = new ArrayList<>();
        private final Map<EntryKind, PostingVariant> batched = new EnumMap<>(EntryKind.class);

        void open() throws SQLException {
            progress.accept("creating databases");
            all.add(new RowLockPosting(server, sizes));
            for (EntryKind kind : EntryKind.values()) {
                PostingVariant variant = new BatchedPosting(server, kind, sizes);
                all.add(variant);
                batched.put(kind, variant);
            }
            all.add(new BareInsert(server, sizes));
        }

        PostingReport report() {
            Map<EntryKind, PostingResult> results = new EnumMap<>(EntryKind.class);
            batched.forEach((kind, variant) -> results.put(kind, resultOf(variant)));
            return new PostingReport(resultOf(all.getFirst()), results, resultOf(all.getLast()));
        }

        @Override
        public void close() throws SQLException {
            for (PostingVariant variant : all) {
                variant.close();
            }
        }
    }
}
