package io.portolan.benchmarks.reading;

import java.util.List;

/**
 * How much is read.
 *
 * @param books how many lines the books have, ascending
 * @param reads in a round on each book
 * @param audited the lines of the largest book that is verified, at most
 * @param audits rounds of verification
 */
public record ReadingSizes(
        List<Long> postingsPerBook,
        int accounts,
        int rounds,
        int readsPerRound,
        long maxAuditedPostings,
        int auditRounds) {
    public ReadingSizes {
        postingsPerBook = List.copyOf(postingsPerBook);
    }
}
