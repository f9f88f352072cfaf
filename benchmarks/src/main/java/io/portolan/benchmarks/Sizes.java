package io.portolan.benchmarks;

import io.portolan.benchmarks.posting.PostingSizes;
import io.portolan.benchmarks.reading.ReadingSizes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How much is measured. */
record Sizes(PostingSizes posting, ReadingSizes reading, int forks, Duration iteration) {
    private static final int ACCOUNTS = 10_000;
    private static final int CALLERS = 1_024;
    private static final long SMALLEST_BOOK_POSTINGS = 10_000;
    private static final long MAX_AUDITED_POSTINGS = 1_000_000;

    static Sizes of(Options options) {
        List<Long> books = books(options.postings());
        return options.isQuick()
                ? new Sizes(
                        new PostingSizes(3, ACCOUNTS, CALLERS, 20_000, 2_000, 30_000),
                        new ReadingSizes(books, ACCOUNTS, 3, 3_000, MAX_AUDITED_POSTINGS, 1),
                        1,
                        Duration.ofMillis(200))
                : new Sizes(
                        new PostingSizes(3, ACCOUNTS, CALLERS, 100_000, 8_000, 60_000),
                        new ReadingSizes(books, ACCOUNTS, 5, 10_000, MAX_AUDITED_POSTINGS, 3),
                        2,
                        Duration.ofSeconds(1));
    }

    /** Bytes that all books take, at about 600 for each posting with its share of the event; half of the machine's memory at most. */
    long serverMemory(long machineMemory) {
        long postings =
                reading.postingsPerBook().stream().mapToLong(Long::longValue).sum();
        long wanted = Math.max(512L << 20, 600 * postings);
        return Math.min(wanted, machineMemory / 2);
    }

    /** The powers of ten up to the largest, and the largest. */
    private static List<Long> books(long largest) {
        List<Long> books = new ArrayList<>();
        for (long postings = SMALLEST_BOOK_POSTINGS; postings < largest; postings *= 10) {
            books.add(postings);
        }
        books.add(largest);
        return books;
    }
}
