package io.portolan.domain.fx;

import io.portolan.domain.ids.MerchantId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Quotes kept in memory. */
public final class InMemoryQuotes implements Quotes {
    private final Map<QuoteId, Quote> quotes = new ConcurrentHashMap<>();

    @Override
    public void add(Quote quote) {
        quotes.put(quote.id(), quote);
    }

    @Override
    public Optional<Quote> find(MerchantId merchant, QuoteId id) {
        return Optional.ofNullable(quotes.get(id))
                .filter(quote -> quote.merchant().equals(merchant));
    }
}
