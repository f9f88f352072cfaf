package io.portolan.benchmarks;

import io.portolan.benchmarks.posting.PostingBench;
import io.portolan.benchmarks.posting.PostingReport;
import io.portolan.benchmarks.reading.ReadingBench;
import io.portolan.benchmarks.reading.ReadingReport;
import io.portolan.benchmarks.report.Target;
import io.portolan.benchmarks.server.Server;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that was measured on one server. */
record ServerRun(PostingReport posting, ReadingReport reading) {
    static ServerRun on(Server server, Sizes sizes, Consumer<String> progress) throws Exception {
        PostingReport posting = new PostingBench(server, sizes.posting(), progress).run();
        ReadingReport reading = new ReadingBench(server, sizes.reading(), progress).run();
        return new ServerRun(posting, reading);
    }

    List<Target> targets() {
        return Stream.of(posting.targets(), reading.targets())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public String toString() {
        String targets = targets().stream().map(Target::toString).collect(Collectors.joining("\n"));
        return posting + "\n" + reading + "\n" + targets + "\n";
    }
}
