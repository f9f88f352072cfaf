package io.portolan.simulators.instruction;

import io.portolan.simulators.signature.Sha256;
import java.nio.charset.StandardCharsets;

/** Tells the content of an instruction from any other content. */
public final class Fingerprint {

    private Fingerprint() {}

    /** The parts in their order, none of which may hold a line feed. */
    public static String of(String... parts) {
        return Sha256.hex(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    }
}
