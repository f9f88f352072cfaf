package io.portolan.simulators.instruction;

import io.portolan.simulators.signature.Sha256;
import java.nio.charset.StandardCharsets;

/** A hash of an instruction's content: equal exactly for the same content. */
public final class Fingerprint {

    private Fingerprint() {}

    /** Hashes the parts in their order; no part may contain a line feed. */
    public static String of(String... parts) {
        return Sha256.hex(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    }
}
