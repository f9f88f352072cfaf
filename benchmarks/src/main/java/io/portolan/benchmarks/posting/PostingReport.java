package io.portolan.benchmarks.posting;

import io.portolan.benchmarks.report.Figures;
import io.portolan.benchmarks.report.Table;
import io.portolan.benchmarks.report.Target;
import io.portolan.benchmarks.report.Target.Limit;
import io.portolan.benchmarks.traffic.EntryKind;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How fast posting was, and what that is to the row locks and to the ceiling.
 *
 * @param oneByOne with row locks: one after the other first, then on several connections
 */
public record PostingReport(
        List<PostingResult> oneByOne,
        Map<EntryKind, PostingResult> batched,
        List<PostingResult> joined,
        PostingResult ceiling) {
    public PostingReport {
        oneByOne = List.copyOf(oneByOne);
        batched = Collections.unmodifiableMap(new EnumMap<>(batched));
        joined = List.copyOf(joined);
    }

    /** In the order of the table. */
    public List<PostingResult> results() {
        return Stream.of(oneByOne, batched.values(), List.of(ceiling), joined)
                .flatMap(Collection::stream)
                .toList();
    }

    /** What the issue asks of posting. */
    public List<Target> targets() {
        PostingResult cold = batched(EntryKind.TWO_POSTINGS);
        return List.of(
                new Target("batched posting / one by one", Limit.AT_LEAST, 8, speed(cold) / speed(oneByOne.getFirst())),
                new Target("batched posting / bare INSERT", Limit.AT_LEAST, 0.5, speed(cold) / speed(ceiling)),
                new Target("CPU of hot / CPU of cold" + ofWhom(), Limit.AT_MOST, 1.15, hotCpu() / cold.cpuMicros()));
    }

    /** For people. */
    @Override
    public String toString() {
        Table table = new Table(
                "posting", "tx/s", "lines/s", "client CPU us/tx", "server CPU us/tx", "x one by one", "x bare INSERT");
        for (PostingResult result : results()) {
            table.row(
                    result.title(),
                    Figures.whole(result.transactionsPerSecond()),
                    Figures.whole(result.postingsPerSecond()),
                    Figures.tenths(result.clientCpuMicros()),
                    Figures.tenths(result.serverCpuMicros()),
                    Figures.hundredths(speed(result) / speed(oneByOne.getFirst())),
                    Figures.hundredths(speed(result) / speed(ceiling)));
        }
        return table + againstTheBest();
    }

    /** Row locks on several connections share the server's commits too, so the bare INSERT itself may be less than eight times as fast. */
    private String againstTheBest() {
        PostingResult best = bestOneByOne();
        return "beside %s: batched x %s, bare INSERT x %s%n"
                .formatted(
                        best.title(),
                        Figures.hundredths(speed(batched(EntryKind.TWO_POSTINGS)) / speed(best)),
                        Figures.hundredths(speed(ceiling) / speed(best)));
    }

    private PostingResult batched(EntryKind shape) {
        return Objects.requireNonNull(batched.get(shape));
    }

    private PostingResult bestOneByOne() {
        return oneByOne.stream()
                .max(Comparator.comparingDouble(PostingResult::transactionsPerSecond))
                .orElseThrow();
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
