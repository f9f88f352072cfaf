package io.portolan.app.callbacks;

import io.portolan.operations.callbacks.CallbackVerifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who verifies a callback, by the id of the bank or dealer that its path names. */
public record CallbackVerifiers(Map<String, CallbackVerifier> bySender) {
    public CallbackVerifiers {
        bySender = Map.copyOf(bySender);
    }

    /** @throws IllegalArgumentException if a bank and a dealer have one id: their callbacks would have one path */
    public static CallbackVerifiers of(Map<String, CallbackVerifier> banks, Map<String, CallbackVerifier> dealers) {
        Map<String, CallbackVerifier> all = new HashMap<>(banks);
        dealers.forEach((id, verifier) -> {
            if (all.putIfAbsent(id, verifier) != null) {
                throw new IllegalArgumentException("a bank and a dealer are both called " + id + "; rename one");
            }
        });
        return new CallbackVerifiers(all);
    }

    Optional<CallbackVerifier> find(String sender) {
        return Optional.ofNullable(bySender.get(sender));
    }
}
