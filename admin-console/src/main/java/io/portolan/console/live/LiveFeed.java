package io.portolan.console.live;

import io.portolan.domain.payment.Payments;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells every open page which payments changed. However many pages are open, the database is asked once a second, and not at all while none is.
 *
 * <p>News are hints to read again: one may come twice or for nothing, and a page that missed one catches up with its next reading.
 */
@Component
class LiveFeed implements SmartLifecycle {
    static final int MOST_VIEWERS = 200;

    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int TICKS_PER_HEARTBEAT = 15;
    /** After this a page has to come again, and to show that it is still logged in. */
    private static final Duration LONGEST_VISIT = Duration.ofMinutes(10);

    private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final Clock clock;
    private final RecentChanges changes;
    private volatile Optional<ScheduledExecutorService> ticker = Optional.empty();
    private boolean failing;
    private long ticks;

    LiveFeed(Payments payments, Clock clock) {
        this.clock = clock;
        this.changes = new RecentChanges(payments);
    }

    /** A stream of news, unless there are too many already. */
    Optional<SseEmitter> open(String payment) {
        if (viewers.size() >= MOST_VIEWERS || !isRunning()) {
            return Optional.empty();
        }
        SseEmitter emitter = new SseEmitter(0L);
        Viewer viewer = new Viewer(emitter, payment, clock.instant());
        emitter.onCompletion(() -> viewers.remove(viewer));
        emitter.onError(_ -> viewers.remove(viewer));
        viewers.add(viewer);
        viewer.heartbeat(senders);
        return Optional.of(emitter);
    }

    int viewers() {
        return viewers.size();
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("console-live").factory());
        executor.scheduleWithFixedDelay(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
        ticker = Optional.of(executor);
    }

    /** Ends every stream first: the web server would wait for them otherwise. */
    @Override
    public synchronized void stop() {
        ticker.ifPresent(ExecutorService::shutdownNow);
        ticker = Optional.empty();
        viewers.forEach(Viewer::close);
        viewers.clear();
    }

    @Override
    public boolean isRunning() {
        return ticker.isPresent();
    }

    private void tick() {
        if (viewers.isEmpty()) {
            changes.forget();
            return;
        }
        try {
            List<String> changed = changes.since(clock.instant());
            failing = false;
            viewers.forEach(viewer -> viewer.tell(changed, senders));
        } catch (RuntimeException failure) {
            warnOnce(failure);
        }
        beat();
    }

    /** An outage is told once, and not at every tick of it. */
    private void warnOnce(RuntimeException failure) {
        if (!failing) {
            LOG.warn("Could not ask what changed; open pages stand still until that works again", failure);
        }
        failing = true;
    }

    private void beat() {
        ticks++;
        if (ticks % TICKS_PER_HEARTBEAT != 0) {
            return;
        }
        viewers.forEach(viewer -> viewer.heartbeat(senders));
        viewers.stream()
                .filter(viewer -> viewer.isOpenSinceBefore(clock.instant().minus(LONGEST_VISIT)))
                .forEach(Viewer::close);
    }
}
