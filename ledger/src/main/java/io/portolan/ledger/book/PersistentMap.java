package io.portolan.ledger.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map whose changed copies share what stays the same, so that each state of the book costs only what the last event changed.
 *
 * <p>It is a search tree over the keys' hashes, and over the keys where hashes agree, as comparing accounts is slow. It is balanced as Adelson-Velsky and
 * Landis describe (1962): the heights of two siblings differ by one at most.
 */
public final class PersistentMap<K extends Comparable<? super K>, V> {
    private final @Nullable Node<K, V> root;

    private PersistentMap(@Nullable Node<K, V> root) {
        this.root = root;
    }

    public static <K extends Comparable<? super K>, V> PersistentMap<K, V> empty() {
        return new PersistentMap<>(null);
    }

    public Optional<V> find(K key) {
        int hash = key.hashCode();
        Node<K, V> node = root;
        while (node != null) {
            int order = order(hash, key, node);
            if (order == 0) {
                return Optional.of(node.value);
            }
            node = order < 0 ? node.left : node.right;
        }
        return Optional.empty();
    }

    public boolean contains(K key) {
        return find(key).isPresent();
    }

    /** This map with another value, or a new one, under the key. */
    public PersistentMap<K, V> with(K key, V value) {
        return new PersistentMap<>(insert(root, key.hashCode(), key, value));
    }

    /** This map without the key. */
    public PersistentMap<K, V> without(K key) {
        return new PersistentMap<>(remove(root, key.hashCode(), key));
    }

    /** The values, in the order of their keys' hashes. */
    public List<V> values() {
        List<V> values = new ArrayList<>();
        collect(root, values);
        return values;
    }

    private static <K extends Comparable<? super K>, V> Node<K, V> insert(
            @Nullable Node<K, V> node, int hash, K key, V value) {
        if (node == null) {
            return new Node<>(hash, key, value, null, null, 1);
        }
        int order = order(hash, key, node);
        if (order == 0) {
            return new Node<>(hash, key, value, node.left, node.right, node.height);
        }
        return order < 0
                ? rebalance(node, insert(node.left, hash, key, value), node.right)
                : rebalance(node, node.left, insert(node.right, hash, key, value));
    }

    private static <K extends Comparable<? super K>, V> @Nullable Node<K, V> remove(
            @Nullable Node<K, V> node, int hash, K key) {
        if (node == null) {
            return null;
        }
        int order = order(hash, key, node);
        if (order < 0) {
            return rebalance(node, remove(node.left, hash, key), node.right);
        }
        if (order > 0) {
            return rebalance(node, node.left, remove(node.right, hash, key));
        }
        if (node.left == null || node.right == null) {
            return node.left == null ? node.right : node.left;
        }
        Node<K, V> next = first(node.right);
        return rebalance(next, node.left, remove(node.right, next.hash, next.key));
    }

    private static <K extends Comparable<? super K>, V> int order(int hash, K key, Node<K, V> node) {
        int byHash = Integer.compare(hash, node.hash);
        return byHash != 0 ? byHash : key.compareTo(node.key);
    }

    private static <K, V> Node<K, V> first(Node<K, V> node) {
        Node<K, V> first = node;
        while (first.left != null) {
            first = first.left;
        }
        return first;
    }

    /** The entry of a node between two subtrees whose heights differ by two at most. */
    private static <K, V> Node<K, V> rebalance(
            Node<K, V> entry, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        int tilt = height(left) - height(right);
        if (tilt > 1 && left != null) {
            Node<K, V> inner = left.right;
            return inner != null && height(inner) > height(left.left)
                    ? node(inner, node(left, left.left, inner.left), node(entry, inner.right, right))
                    : node(left, left.left, node(entry, inner, right));
        }
        if (tilt < -1 && right != null) {
            Node<K, V> inner = right.left;
            return inner != null && height(inner) > height(right.right)
                    ? node(inner, node(entry, left, inner.left), node(right, inner.right, right.right))
                    : node(right, node(entry, left, inner), right.right);
        }
        return node(entry, left, right);
    }

    private static <K, V> Node<K, V> node(Node<K, V> entry, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        return new Node<>(entry.hash, entry.key, entry.value, left, right, Math.max(height(left), height(right)) + 1);
    }

    private static int height(@Nullable Node<?, ?> node) {
        return node == null ? 0 : node.height;
    }

    private static <K, V> void collect(@Nullable Node<K, V> node, List<V> values) {
        if (node != null) {
            collect(node.left, values);
            values.add(node.value);
            collect(node.right, values);
        }
    }

    private record Node<K, V>(
            int hash,
            K key,
            V value,
            @Nullable Node<K, V> left,
            @Nullable Node<K, V> right,
            int height) {}
}
