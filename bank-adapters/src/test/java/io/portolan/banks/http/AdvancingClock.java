package io.portolan.banks.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock of a process that stalls for an hour after each time that it reads it. */
public final class AdvancingClock extends Clock {
    private static final Duration STALL = Duration.ofHours(1);
    private Instant next;

    public AdvancingClock(Instant first) {
        this.next = first;
    }

    @Override
    public synchronized Instant instant() {
        Instant now = next;
        next = now.plus(STALL);
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("this clock is always in UTC");
    }
}
