package io.portolan.domain.fx;

import io.portolan.domain.bank.Reason;

/** What the dealer says when asked for a rate. Asking moves no money, so there is no unknown outcome: no answer is {@link Unavailable}. */
public sealed interface RateResponse {
    /** A firm rate. */
    record Offered(FirmRate rate) implements RateResponse {}

    /** The dealer does not serve this pair or amount. */
    record Rejected(Reason reason) implements RateResponse {}

    /** No trustworthy answer; ask again later. */
    record Unavailable(String detail) implements RateResponse {}
}
