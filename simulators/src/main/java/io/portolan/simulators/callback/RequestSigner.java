package io.portolan.simulators.callback;

import java.util.Map;

/** Signs a counterparty's callbacks in that counterparty's scheme. */
@FunctionalInterface
public interface RequestSigner {

    /** The headers that sign this body, posted now to this path with query. */
    Map<String, String> headers(String target, String body);
}
