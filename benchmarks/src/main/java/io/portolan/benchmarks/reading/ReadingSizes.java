package io.portolan.benchmarks.reading;

import java.util.List;

/**
 * How much is read.
 *
 * @param postingsPerBook how many the books have, ascending
 * @param readsPerRound on each book
 * @param maxAuditedPostings how many the largest book that is verified has at most
 * @param auditRounds rounds of verification
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
