package io.portolan.domain.fx;

import io.portolan.domain.ids.MerchantId;
import java.util.Optional;

/** Where quotes are kept. A quote pays once: the payment that carries its id is unique. */
public interface Quotes {
    void add(Quote quote);

    /** The merchant's own quote; another merchant's is not there. */
    Optional<Quote> find(MerchantId merchant, QuoteId id);
}
