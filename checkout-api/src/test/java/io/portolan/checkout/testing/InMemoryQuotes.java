package io.portolan.checkout.testing;

import io.portolan.domain.fx.Quote;
import io.portolan.domain.fx.QuoteId;
import io.portolan.domain.fx.Quotes;
import io.portolan.domain.ids.MerchantId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Quotes kept in memory. */
public final class InMemoryQuotes implements Quotes {
    private final Map<QuoteId, Quote> quotes = new ConcurrentHashMap<>();

    private final AtomicBoolean broken = new AtomicBoolean();

    /** The next call fails. */
    public void failOnce() {
        broken.set(true);
    }

    @Override
    public void add(Quote quote) {
        failIfBroken();
        quotes.put(quote.id(), quote);
    }

    @Override
    public Optional<Quote> find(MerchantId merchant, QuoteId id) {
        failIfBroken();
        return Optional.ofNullable(quotes.get(id))
                .filter(quote -> quote.merchant().equals(merchant));
    }

    private void failIfBroken() {
        if (broken.compareAndSet(true, false)) {
            throw new IllegalStateException("the disk is full");
        }
    }

    public long count(MerchantId merchant) {
        return quotes.values().stream()
                .filter(quote -> quote.merchant().equals(merchant))
                .count();
    }
}
