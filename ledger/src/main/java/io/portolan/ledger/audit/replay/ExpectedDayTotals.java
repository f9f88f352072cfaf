package io.portolan.ledger.audit.replay;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the event that closes a business date must say of the accounts that changed on it, computed again. */
final class ExpectedDayTotals {
    private final Sha256 sha = new Sha256();
    private final List<ReplayedAccount> changedAccounts;

    ExpectedDayTotals(Collection<ReplayedAccount> changedAccounts) {
        this.changedAccounts = new ArrayList<>(changedAccounts);
        this.changedAccounts.sort(Comparator.comparing(account -> account.code));
    }

    /** The event's body after the date that it opens. */
    String text() {
        StringBuilder text =
                new StringBuilder().append(changedAccounts.size()).append(' ').append(merkleRoot());
        Map<String, BigInteger[]> totals = new TreeMap<>();
        for (ReplayedAccount account : changedAccounts) {
            String currency = account.code.substring(account.code.lastIndexOf(':') + 1);
            BigInteger[] total =
                    totals.computeIfAbsent(currency, _ -> new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO});
            total[0] = total[0].add(BigInteger.valueOf(account.posted));
            total[1] = total[1].add(BigInteger.valueOf(account.held));
        }
        totals.forEach((currency, total) -> text.append(';')
                .append(currency)
                .append(' ')
                .append(total[0])
                .append(' ')
                .append(total[1]));
        return text.toString();
    }

    /** Pairs are hashed level by level; one without a partner moves up as it is. */
    private String merkleRoot() {
        List<String> nodes = new ArrayList<>();
        for (ReplayedAccount account : changedAccounts) {
            nodes.add(sha.of(String.join(
                    "|",
                    "L",
                    account.code,
                    Long.toString(account.sequence),
                    Long.toString(account.posted),
                    Long.toString(account.held),
                    account.hash)));
        }
        while (nodes.size() > 1) {
            List<String> above = new ArrayList<>();
            for (int left = 0; left + 1 < nodes.size(); left += 2) {
                above.add(sha.of("N|" + nodes.get(left) + "|" + nodes.get(left + 1)));
            }
            if (nodes.size() % 2 == 1) {
                above.add(nodes.getLast());
            }
            nodes = above;
        }
        return nodes.isEmpty() ? sha.of("") : nodes.getFirst();
    }
}
