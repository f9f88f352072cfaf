package io.portolan.ledger.book;

import io.portolan.ledger.event.Hashing;
import java.util.ArrayList;
import java.util.List;

/**
 * The root of a hash tree over accounts, so that one hash vouches for all of them.
 *
 * <p>Leaves and inner nodes are told apart as in RFC 6962, section 2.1, here by a letter in front of the text that is hashed; the last node of an odd
 * level moves up unchanged.
 */
public final class MerkleTree {
    private MerkleTree() {}

    /** The root over the accounts in this order; of none, the hash of nothing. */
    public static String rootOf(List<Account> accounts) {
        List<String> level = accounts.stream().map(MerkleTree::leaf).toList();
        while (level.size() > 1) {
            level = parents(level);
        }
        return level.isEmpty() ? Hashing.sha256("") : level.getFirst();
    }

    private static String leaf(Account account) {
        return Hashing.sha256("L|" + account.id().code() + "|" + account.sequence() + "|" + account.posted() + "|"
                + account.held() + "|" + account.hash());
    }

    private static List<String> parents(List<String> level) {
        List<String> parents = new ArrayList<>();
        for (int i = 0; i < level.size(); i += 2) {
            boolean isPaired = i + 1 < level.size();
            parents.add(isPaired ? Hashing.sha256("N|" + level.get(i) + "|" + level.get(i + 1)) : level.get(i));
        }
        return parents;
    }
}
