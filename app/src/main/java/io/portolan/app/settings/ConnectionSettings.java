package io.portolan.app.settings;

import java.net.URI;
import java.time.Duration;

/**
 * How we and the other side reach each other.
 *
 * @param timeout for one whole exchange, up to the last byte of the answer
 * @param callbackBaseUri the address at which banks and dealers reach us
 */
public record ConnectionSettings(Duration timeout, URI callbackBaseUri) {
    /** Where the bank or dealer with this id sends its callbacks. */
    public URI callbackUri(String id) {
        return callbackBaseUri.resolve("/callbacks/" + id);
    }
}
