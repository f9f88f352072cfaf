package io.portolan.app.settings;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An FX dealer of the configuration: the protocol that it speaks, where it is, what we sign with, and the bank at which a trade moves its accounts and
 * ours.
 *
 * @param credentials by the names that the protocol wants
 */
public record FxDealerSettings(
        Protocol protocol, URI uri, @DefaultValue Map<String, String> credentials, String bank) {
    /** The protocols that dealers speak. */
    public enum Protocol {
        /** A firm rate first, then the trade at it. */
        FIRM_RATE
    }

    public FxDealerSettings {
        credentials = Map.copyOf(credentials);
    }

    /** Keeps the credentials out of logs. */
    @Override
    public String toString() {
        return "FxDealerSettings[" + protocol + ", " + uri + ", " + bank + "]";
    }
}
