package io.portolan.simulators.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.simulators.instruction.Counterparty;
import io.portolan.simulators.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {

    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
    private static final Callback CALLBACK =
            new Callback(Counterparty.DEALER, "http://127.0.0.1:9/", "text/plain", "hello");

    @TempDir
    Path folder;

    private final Outbox outbox = new Outbox();
    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(folder.resolve("sim.db"));
        store.write(sql -> {
            outbox.add(sql, 7, CALLBACK, START);
            return 0;
        });
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void retriesAfterOneTwoAndFourSecondsAndThenGivesUp() {
        var now = START;
        for (long pause : new long[] {1, 2, 4}) {
            sendInVain(now);
            assertThat(isDue(now.plusSeconds(pause).minusMillis(1))).isFalse();
            now = now.plusSeconds(pause);
            assertThat(isDue(now)).isTrue();
        }
        sendInVain(now);

        assertThat(isDue(now.plus(Duration.ofDays(1)))).isFalse();
    }

    @Test
    void keepsACallbackInFlightForTheCaseOfACrash() {
        store.write(sql -> outbox.claim(sql, START, 10));

        assertThat(isDue(START.plus(Outbox.LEASE).minusMillis(1))).isFalse();
        assertThat(isDue(START.plus(Outbox.LEASE))).isTrue();
    }

    @Test
    void forgetsWhatIsDelivered() {
        store.write(sql -> {
            outbox.recordDelivery(sql, outbox.pendingFor(sql, 7).getFirst());
            return 0;
        });

        assertThat(isDue(START.plus(Duration.ofDays(1)))).isFalse();
    }

    private void sendInVain(Instant now) {
        store.write(sql -> {
            var claimed = outbox.claim(sql, now, 10);
            claimed.forEach(pending -> outbox.recordFailure(sql, pending, now));
            return claimed;
        });
    }

    private boolean isDue(Instant at) {
        return store.read(sql -> outbox.isDue(sql, at));
    }
}
