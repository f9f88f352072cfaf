package io.portolan.simulators.callback;

import java.util.Map;

/** Signs what a counterparty posts, in its own way. */
@FunctionalInterface
public interface RequestSigner {

    /** The headers that prove who posts this body to this path-with-query, now. */
    Map<String, String> headers(String target, String body);
}
