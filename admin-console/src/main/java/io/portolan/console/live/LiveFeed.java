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
 * Tells every open page which payments changed. However many pages are open, the database is polled once a second, and
 * not at all while none is open.
 *
 * <p>An update is a hint to read again: it may come twice or for nothing, and a page that missed one catches up with
 * its next refresh.
 */
@Component
class LiveFeed implements SmartLifecycle {
    static final int MAX_OPEN_PAGES = 200;

    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);
    private static final int POLLS_PER_HEARTBEAT = 15;
    /** After this a page has to reconnect, which checks that it is still logged in. */
    private static final Duration MAX_CONNECTION_AGE = Duration.ofMinutes(10);

    private final Set<OpenPage> pages = ConcurrentHashMap.newKeySet();
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final Clock clock;
    private final RecentChanges changes;
    private volatile Optional<ScheduledExecutorService> scheduler = Optional.empty();
    private boolean failing;
    private long polls;

    LiveFeed(Payments payments, Clock clock) {
        this.clock = clock;
        this.changes = new RecentChanges(payments);
    }

    /** A stream of updates, unless too many pages are open already. */
    Optional<SseEmitter> open(String payment) {
        if (pages.size() >= MAX_OPEN_PAGES || !isRunning()) {
            return Optional.empty();
        }
        SseEmitter emitter = new SseEmitter(0L);
        OpenPage page = new OpenPage(emitter, payment, clock.instant());
        emitter.onCompletion(() -> pages.remove(page));
        emitter.onError(_ -> pages.remove(page));
        pages.add(page);
        page.sendHeartbeat(senders);
        return Optional.of(emitter);
    }

    int openPageCount() {
        return pages.size();
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("console-live").factory());
        executor.scheduleWithFixedDelay(
                this::pollAndSend, POLL_INTERVAL.toMillis(), POLL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        scheduler = Optional.of(executor);
    }

    /** Ends every stream first: the web server would wait for them otherwise. */
    @Override
    public synchronized void stop() {
        scheduler.ifPresent(ExecutorService::shutdownNow);
        scheduler = Optional.empty();
        pages.forEach(OpenPage::close);
        pages.clear();
    }

    @Override
    public boolean isRunning() {
        return scheduler.isPresent();
    }

    private void pollAndSend() {
        if (pages.isEmpty()) {
            changes.reset();
            return;
        }
        try {
            List<String> changed = changes.poll(clock.instant());
            failing = false;
            pages.forEach(page -> page.sendChanges(changed, senders));
        } catch (RuntimeException failure) {
            warnOnce(failure);
        }
        sendHeartbeats();
    }

    /** Logs an outage once, not at every poll. */
    private void warnOnce(RuntimeException failure) {
        if (!failing) {
            LOG.warn(
                    "Could not read which payments changed; open pages are not updated until this works again",
                    failure);
        }
        failing = true;
    }

    private void sendHeartbeats() {
        polls++;
        if (polls % POLLS_PER_HEARTBEAT != 0) {
            return;
        }
        pages.forEach(page -> page.sendHeartbeat(senders));
        pages.stream()
                .filter(page -> page.isOpenedBefore(clock.instant().minus(MAX_CONNECTION_AGE)))
                .forEach(OpenPage::close);
    }
}
