package io.portolan.benchmarks.posting;

/**
 * How much is posted.
 *
 * @param accounts in each book
 * @param callers concurrent ones, of the batched variants
 * @param batched transactions in a round of these variants and of the ceiling
 * @param single transactions in a round of the variant that commits each of them
 * @param warmUp transactions before the first round
 */
public record PostingSizes(int rounds, int accounts, int callers, int batched, int single, int warmUp) {}
