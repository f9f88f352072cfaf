package io.portolan.benchmarks.posting;

/**
 * How much is posted.
 *
 * @param accounts in each book
 * @param callers at once, of the batched rows
 * @param batched transactions in a round of these rows and of the ceiling
 * @param single transactions in a round of the rows that commit each for itself
 * @param warmUp transactions before the first round
 */
public record PostingSizes(int rounds, int accounts, int callers, int batched, int single, int warmUp) {}
