package io.portolan.benchmarks.reading;

import java.util.List;

/**
 * How much is read.
 *
 * @param books how many lines the books have, ascending
 * @param reads in a round on each book
 * @param audited the lines that are verified, at most
 */
public record ReadingSizes(List<Long> books, int accounts, int rounds, int reads, long audited) {
    public ReadingSizes {
        books = List.copyOf(books);
    }
}
