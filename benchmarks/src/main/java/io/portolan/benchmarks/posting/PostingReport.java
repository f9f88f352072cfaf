package io.portolan.benchmarks.posting;

import io.portolan.benchmarks.report.Figures;
import io.portolan.benchmarks.report.Table;
import io.portolan.benchmarks.report.Target;
import io.portolan.benchmarks.report.Target.Limit;
import io.portolan.benchmarks.traffic.EntryKind;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How fast posting was, and how that compares with a transaction for each entry and with the ceiling.
 *
 * @param oneByOne a transaction for each entry, with row locks
 */
public record PostingReport(PostingResult oneByOne, Map<EntryKind, PostingResult> batched, PostingResult ceiling) {
    public PostingReport {
        batched = Collections.unmodifiableMap(new EnumMap<>(batched));
    }

    /** In the order of the table. */
    public List<PostingResult> results() {
        return Stream.of(List.of(oneByOne), batched.values(), List.of(ceiling))
                .flatMap(Collection::stream)
                .toList();
    }

    /** The targets of posting. */
    public List<Target> targets() {
        PostingResult cold = batched(EntryKind.TWO_POSTINGS);
        return List.of(
                new Target("batched posting / one by one", Limit.AT_LEAST, 8, speed(cold) / speed(oneByOne)),
                new Target("batched posting / bare INSERT", Limit.AT_LEAST, 0.5, speed(cold) / speed(ceiling)),
                new Target("CPU of hot / CPU of cold" + ofWhom(), Limit.AT_MOST, 1.15, hotCpu() / cold.cpuMicros()));
    }

    /** For people. */
    @Override
    public String toString() {
        Table table = new Table(
                "posting",
                "tx/s",
                "postings/s",
                "client CPU us/tx",
                "server CPU us/tx",
                "x one by one",
                "x bare INSERT");
        for (PostingResult result : results()) {
            table.row(
                    result.title(),
                    Figures.whole(result.transactionsPerSecond()),
                    Figures.whole(result.postingsPerSecond()),
                    Figures.tenths(result.clientCpuMicros()),
                    Figures.tenths(result.serverCpuMicros()),
                    Figures.hundredths(speed(result) / speed(oneByOne)),
                    Figures.hundredths(speed(result) / speed(ceiling)));
        }
        return table.toString();
    }

    private PostingResult batched(EntryKind kind) {
        return Objects.requireNonNull(batched.get(kind));
    }

    private double hotCpu() {
        return batched(EntryKind.TWO_POSTINGS_HALF_HOT).cpuMicros();
    }

    private String ofWhom() {
        return batched(EntryKind.TWO_POSTINGS).serverCpuMicros().isPresent() ? " (client + server)" : " (client only)";
    }

    private static double speed(PostingResult result) {
        return result.transactionsPerSecond();
    }
}
