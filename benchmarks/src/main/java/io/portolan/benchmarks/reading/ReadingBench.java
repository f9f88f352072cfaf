package io.portolan.benchmarks.reading;

import io.portolan.benchmarks.report.Figures;
import io.portolan.benchmarks.server.Server;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Reads and verifies books of several sizes. The books stand side by side and are read in turns. */
public final class ReadingBench {
    private final Server server;
    private final ReadingSizes sizes;
    private final Consumer<String> progress;

    /** @param progress is told what is being measured */
    public ReadingBench(Server server, ReadingSizes sizes, Consumer<String> progress) {
        this.server = server;
        this.sizes = sizes;
        this.progress = progress;
    }

    /** Measures everything once. */
    public ReadingReport run() throws Exception {
        try (Books books = new Books()) {
            books.grow();
            List<InstantReads> reads = read(books);
            return new ReadingReport(reads.stream().map(ReadingReport.Reads::of).toList(), audited(books));
        }
    }

    private List<InstantReads> read(Books books) {
        List<InstantReads> all = books.grown.stream()
                .map(book -> new InstantReads(book, sizes.reads()))
                .toList();
        progress.accept("reading balances at instants");
        all.forEach(InstantReads::warmUp);
        for (int round = 0; round < sizes.rounds(); round++) {
            all.forEach(InstantReads::round);
        }
        return all;
    }

    private List<AuditResult> audited(Books books) throws Exception {
        GrownBook largest = books.grown.stream()
                .filter(book -> book.lines() <= sizes.audited())
                .max(Comparator.comparingLong(GrownBook::lines))
                .orElseThrow();
        progress.accept("warming up: verifying");
        new Audits(server, books.grown.getFirst()).round();
        Audits audits = new Audits(server, largest);
        for (int round = 1; round <= sizes.audits(); round++) {
            progress.accept("verifying " + Figures.whole(largest.lines()) + " lines, round " + round);
            audits.round();
        }
        return audits.results();
    }

    /** The books, as far as they are there. */
    private final class Books implements AutoCloseable {
        private final List<GrownBook> grown = new ArrayList<>();

        void grow() throws Exception {
            for (long lines : sizes.books()) {
                String all = Figures.whole(lines);
                progress.accept("growing a book of " + all + " lines");
                grown.add(GrownBook.of(
                        server,
                        lines,
                        sizes.accounts(),
                        there -> progress.accept(Figures.whole(there) + " of " + all)));
            }
        }

        @Override
        public void close() throws SQLException {
            for (GrownBook book : grown) {
                book.close();
            }
        }
    }
}
