package io.portolan.operations.callbacks;

import io.portolan.domain.bank.CallbackVerification;
import java.util.Optional;
import java.util.function.Function;

/** Verifies a callback of one sender by its raw path with query, its headers by name, and its body as it came. */
@FunctionalInterface
public interface CallbackVerifier {
    CallbackVerification verify(String pathWithQuery, Function<String, Optional<String>> headers, byte[] body);
}
