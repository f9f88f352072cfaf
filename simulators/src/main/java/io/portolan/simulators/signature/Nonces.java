package io.portolan.simulators.signature;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The nonces that were seen, as long as their timestamps are fresh. They are not kept over a restart: what could be
 * replayed then is an instruction under a known key, which moves no money, or an inquiry.
 */
public final class Nonces {

    private static final Duration SWEEP_INTERVAL = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final ConcurrentMap<String, Instant> expiries = new ConcurrentHashMap<>();
    private volatile Instant sweptAt;

    public Nonces(InstantSource clock) {
        this.clock = clock;
        this.sweptAt = clock.instant();
    }

    /** Remembers the nonce; true the first time. */
    public boolean addIfNew(String nonce, Instant signedAt) {
        var now = clock.instant();
        if (now.isAfter(sweptAt.plus(SWEEP_INTERVAL))) {
            sweptAt = now;
            expiries.values().removeIf(now::isAfter);
        }
        return expiries.putIfAbsent(nonce, signedAt.plus(Freshness.TOLERANCE)) == null;
    }
}
