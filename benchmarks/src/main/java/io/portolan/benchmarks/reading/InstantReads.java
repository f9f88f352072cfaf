package io.portolan.benchmarks.reading;

import io.portolan.benchmarks.report.Median;
import io.portolan.db.ledger.history.BookHistory;
import io.portolan.domain.ledger.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Reads balances of a book's accounts at instants of its past, one after the other, all chosen at random. */
final class InstantReads {
    private final FilledBook book;
    private final int reads;
    private final Random random;
    private final List<long[]> rounds = new ArrayList<>();

    InstantReads(FilledBook book, int reads) {
        this.book = book;
        this.reads = reads;
        this.random = new Random(book.postings());
    }

    long postings() {
        return book.postings();
    }

    /** Reads without recording it. */
    void warmUp() {
        read();
    }

    void runRound() {
        rounds.add(read());
    }

    /** Microseconds that this share of the reads did not exceed: the median of the rounds. */
    double micros(double share) {
        return Median.of(rounds, nanos -> Median.percentile(nanos, share)) / 1e3;
    }

    private long[] read() {
        BookHistory history = book.database().history();
        long[] nanos = new long[reads];
        for (int i = 0; i < reads; i++) {
            AccountId account =
                    book.accounts().get(random.nextInt(book.accounts().size()));
            Instant at = instant();
            long began = System.nanoTime();
            history.balanceAt(account, at);
            nanos[i] = System.nanoTime() - began;
        }
        return nanos;
    }

    private Instant instant() {
        long span = Duration.between(book.from(), book.to()).toNanos() / 1_000;
        return book.from().plus(random.nextLong(span), ChronoUnit.MICROS);
    }
}
