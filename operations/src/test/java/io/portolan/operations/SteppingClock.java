package io.portolan.operations;

import io.portolan.domain.payment.SamplePayments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands at noon until a test moves it. */
public final class SteppingClock extends Clock {
    private Instant now = SamplePayments.NOON;

    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants are the same in every zone");
    }
}
