package io.portolan.activities;

import io.portolan.domain.payment.SamplePayments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that begins at noon and moves when it is told to, beside another one that moves by itself or stands still. */
final class TickingClock extends Clock {
    private final Clock underlying;
    private Duration ahead = Duration.ZERO;

    private TickingClock(Clock underlying) {
        this.underlying = underlying;
    }

    /** One that moves only when it is told to. */
    static TickingClock atNoon() {
        return new TickingClock(Clock.fixed(SamplePayments.NOON, ZoneOffset.UTC));
    }

    /** One that is never behind the other. */
    static TickingClock aheadOf(Clock other) {
        return new TickingClock(other);
    }

    synchronized void pass(Duration duration) {
        ahead = ahead.plus(duration);
    }

    @Override
    public synchronized Instant instant() {
        return underlying.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
