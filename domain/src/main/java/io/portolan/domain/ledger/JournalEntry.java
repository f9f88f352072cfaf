package io.portolan.domain.ledger;

import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A transaction of the book, which sums to zero in every currency that it touches.
 *
 * <p>The key makes posting idempotent. {@code payment} is null for what belongs to none, such as opening balances.
 */
public record JournalEntry(String key, @Nullable PaymentId payment, String narrative, List<Posting> postings) {
    private static final int LONGEST_KEY = 128;

    public JournalEntry {
        postings = List.copyOf(postings);
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("an entry's key has 1 to 128 characters");
        }
        if (postings.size() < 2) {
            throw new IllegalArgumentException(key + " needs two postings or more");
        }
        requireBalance(key, postings);
    }

    private static void requireBalance(String key, List<Posting> postings) {
        Map<Currency, Money> sums = new HashMap<>();
        postings.forEach(posting -> sums.merge(posting.account().currency(), posting.amount(), Money::plus));
        sums.values().stream().filter(sum -> !sum.isZero()).findFirst().ifPresent(sum -> {
            throw new IllegalArgumentException(key + " is off balance by " + sum);
        });
    }
}
