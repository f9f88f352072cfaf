package io.portolan.benchmarks.reading;

import io.portolan.benchmarks.report.Figures;
import io.portolan.benchmarks.server.Server;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Reads and verifies books of several sizes. All books exist at once and are read in turns. */
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
            books.fill();
            List<InstantReads> reads = read(books);
            return new ReadingReport(
                    reads.stream().map(ReadingReport.ReadTimes::of).toList(), runAudits(books));
        }
    }

    private List<InstantReads> read(Books books) {
        List<InstantReads> all = books.filled.stream()
                .map(book -> new InstantReads(book, sizes.readsPerRound()))
                .toList();
        progress.accept("reading balances at instants");
        all.forEach(InstantReads::warmUp);
        for (int round = 0; round < sizes.rounds(); round++) {
            all.forEach(InstantReads::runRound);
        }
        return all;
    }

    private List<AuditResult> runAudits(Books books) throws Exception {
        FilledBook largest = books.filled.stream()
                .filter(book -> book.postings() <= sizes.maxAuditedPostings())
                .max(Comparator.comparingLong(FilledBook::postings))
                .orElseThrow();
        progress.accept("warming up: verifying");
        new AuditRuns(server, books.filled.getFirst()).runRound();
        AuditRuns audits = new AuditRuns(server, largest);
        for (int round = 1; round <= sizes.auditRounds(); round++) {
            progress.accept("verifying " + Figures.whole(largest.postings()) + " postings, round " + round);
            audits.runRound();
        }
        return audits.results();
    }

    /** The books, as far as they were filled. */
    private final class Books implements AutoCloseable {
        private final List<FilledBook> filled = new ArrayList<>();

        void fill() throws Exception {
            for (long postings : sizes.postingsPerBook()) {
                String all = Figures.whole(postings);
                progress.accept("filling a book with " + all + " postings");
                filled.add(FilledBook.of(
                        server,
                        postings,
                        sizes.accounts(),
                        filledSoFar -> progress.accept(Figures.whole(filledSoFar) + " of " + all)));
            }
        }

        @Override
        public void close() throws SQLException {
            for (FilledBook book : filled) {
                book.close();
            }
        }
    }
}
