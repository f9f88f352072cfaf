package io.portolan.simulators.fxdealer;

import io.portolan.simulators.instruction.Kind;
import io.portolan.simulators.signature.Credentials;
import java.math.BigDecimal;

/** The dealers at bank D. They trade over the same accounts and pools, each with its own secret, spread and quotes. */
public enum Dealer {
    FIRST(Kind.FX, "dealer", "", "Q-", "0.9995"),
    SECOND(Kind.SECOND_DEALER_FX, "dealer-2", "/dealer-2", "Q2-", "0.9990");

    private final Kind kind;
    private final String callbackName;
    private final String pathPrefix;
    private final String quotePrefix;
    private final BigDecimal spreadFactor;

    Dealer(Kind kind, String callbackName, String pathPrefix, String quotePrefix, String spreadFactor) {
        this.kind = kind;
        this.callbackName = callbackName;
        this.pathPrefix = pathPrefix;
        this.quotePrefix = quotePrefix;
        this.spreadFactor = new BigDecimal(spreadFactor);
    }

    /** What its trades are in the store. */
    Kind kind() {
        return kind;
    }

    /** The last part of the URL for its callbacks. */
    String callbackName() {
        return callbackName;
    }

    /** The path of one of its endpoints. */
    String path(String endpoint) {
        return pathPrefix + endpoint;
    }

    /** The beginning of its quotes' ids: nobody can trade at another dealer's quote. */
    String quotePrefix() {
        return quotePrefix;
    }

    /** The customer's rate as a part of the mid rate. */
    BigDecimal spreadFactor() {
        return spreadFactor;
    }

    String secret(Credentials credentials) {
        return switch (this) {
            case FIRST -> credentials.dealerSecret();
            case SECOND -> credentials.secondDealerSecret();
        };
    }
}
