package io.portolan.ledger.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersistentMapTest {
    private static final int KEYS = 200;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isWhatAMapOfTheSameHistoryIs(long seed) {
        Random random = new Random(seed);
        Map<Integer, Integer> map = new TreeMap<>();
        PersistentMap<Key, Integer> tree = PersistentMap.empty();

        for (int i = 0; i < 3_000; i++) {
            tree = changed(tree, map, random);
            int key = random.nextInt(KEYS);

            assertThat(tree.values()).isEqualTo(List.copyOf(map.values()));
            assertThat(tree.find(new Key(key))).isEqualTo(Optional.ofNullable(map.get(key)));
            assertThat(tree.contains(new Key(key))).isEqualTo(map.containsKey(key));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void staysBalanced(long seed) {
        Random random = new Random(seed);
        Map<Integer, Integer> map = new TreeMap<>();
        PersistentMap<Key, Integer> tree = PersistentMap.empty();

        for (int i = 0; i < 3_000; i++) {
            tree = changed(tree, map, random);

            assertThat(height(tree, map.keySet())).isLessThanOrEqualTo(highest(map.size()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 1_000, 100_000})
    void staysBalancedWhenFilledInOrderAndEmptiedFromOneEnd(int size) {
        PersistentMap<Key, Integer> tree = PersistentMap.empty();
        for (int key = 0; key < size; key++) {
            tree = tree.with(new Key(key), key);
        }
        assertThat(height(tree, tree.values())).isLessThanOrEqualTo(highest(size));

        for (int key = 0; key < size / 2; key++) {
            tree = tree.without(new Key(key));
        }

        assertThat(height(tree, tree.values())).isLessThanOrEqualTo(highest(size - size / 2));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void leavesEveryOlderVersionAsItWas(long seed) {
        Random random = new Random(seed);
        Map<Integer, Integer> map = new TreeMap<>();
        List<PersistentMap<Key, Integer>> versions = new ArrayList<>(List.of(PersistentMap.empty()));
        List<List<Integer>> values = new ArrayList<>(List.of(List.of()));

        for (int i = 0; i < 1_000; i++) {
            versions.add(changed(versions.getLast(), map, random));
            values.add(List.copyOf(map.values()));
        }

        assertThat(versions.stream().map(PersistentMap::values).toList()).isEqualTo(values);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void findsKeysBySomeHashesThatAgreeAndManyThatDoNot(long seed) {
        Random random = new Random(seed);
        Map<String, Integer> map = new HashMap<>();
        PersistentMap<String, Integer> tree = PersistentMap.empty();

        for (int i = 0; i < 3_000; i++) {
            String key = (random.nextBoolean() ? "Aa" : "BB") + random.nextInt(KEYS);
            if (random.nextInt(3) == 0) {
                map.remove(key);
                tree = tree.without(key);
            } else {
                map.put(key, i);
                tree = tree.with(key, i);
            }
            assertThat(tree.find(key)).isEqualTo(Optional.ofNullable(map.get(key)));
        }

        assertThat("Aa1").hasSameHashCodeAs("BB1");
        assertThat(tree.values()).containsExactlyInAnyOrderElementsOf(map.values());
    }

    private static PersistentMap<Key, Integer> changed(
            PersistentMap<Key, Integer> tree, Map<Integer, Integer> map, Random random) {
        int key = random.nextInt(KEYS);
        if (random.nextInt(5) < 2) {
            map.remove(key);
            return tree.without(new Key(key));
        }
        int value = random.nextInt();
        map.put(key, value);
        return tree.with(new Key(key), value);
    }

    /** How many keys the longest way down compares. */
    private static int height(PersistentMap<Key, Integer> tree, Collection<Integer> keys) {
        int height = 0;
        for (int key : keys) {
            Key probe = new Key(key);
            assertThat(tree.contains(probe)).isTrue();
            height = Math.max(height, probe.comparisons);
        }
        return height;
    }

    /** The height that no AVL tree of this many nodes exceeds: the sparsest of height h has N(h) = N(h-1) + N(h-2) + 1 nodes. */
    private static int highest(int size) {
        int height = 0;
        long sparsest = 0;
        long next = 1;
        while (next <= size) {
            long afterNext = next + sparsest + 1;
            sparsest = next;
            next = afterNext;
            height++;
        }
        return height;
    }

    /** A key whose hash is that of all others, so that keys must be compared; it counts how often. */
    private static final class Key implements Comparable<Key> {
        private final int value;
        private int comparisons;

        Key(int value) {
            this.value = value;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.value == value;
        }

        @Override
        public int hashCode() {
            return 0;
        }

        @Override
        public int compareTo(Key other) {
            comparisons++;
            return Integer.compare(value, other.value);
        }
    }
}
