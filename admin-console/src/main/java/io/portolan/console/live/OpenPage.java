package io.portolan.console.live;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * One open page. Updates wait here while the browser is slow, up to a limit, so that one slow browser does not hold up
 * the others.
 */
final class OpenPage {
    /** Stands for more changes than are listed one by one. */
    static final String EVERYTHING = "*";

    private static final int MAX_WAITING = 100;

    private final SseEmitter emitter;
    private final String payment;
    private final Instant openedAt;
    private final Set<String> waiting = new LinkedHashSet<>();
    private boolean sending;

    /** @param payment the one payment that the page shows; empty for all */
    OpenPage(SseEmitter emitter, String payment, Instant openedAt) {
        this.emitter = emitter;
        this.payment = payment;
        this.openedAt = openedAt;
    }

    boolean isOpenedBefore(Instant time) {
        return openedAt.isBefore(time);
    }

    /** Sends the changes that this page shows, as soon as the browser takes them. */
    void sendChanges(Collection<String> changed, Executor executor) {
        if (enqueue(changed)) {
            executor.execute(this::send);
        }
    }

    /** Keeps proxies from closing a connection that looks dead. */
    void sendHeartbeat(Executor executor) {
        executor.execute(() -> send(SseEmitter.event().comment("alive")));
    }

    /** Ends the stream; the browser reconnects if its page is still open. */
    void close() {
        emitter.complete();
    }

    private synchronized boolean enqueue(Collection<String> changed) {
        changed.stream().filter(this::isShown).forEach(waiting::add);
        if (waiting.size() > MAX_WAITING) {
            waiting.clear();
            waiting.add(EVERYTHING);
        }
        boolean start = !waiting.isEmpty() && !sending;
        sending = sending || start;
        return start;
    }

    private boolean isShown(String changed) {
        return payment.isEmpty() || changed.equals(payment) || changed.equals(EVERYTHING);
    }

    private void send() {
        for (Optional<String> update = takeWaiting(); update.isPresent(); update = takeWaiting()) {
            send(SseEmitter.event().name("changed").data(update.get()));
        }
    }

    private synchronized Optional<String> takeWaiting() {
        if (waiting.isEmpty()) {
            sending = false;
            return Optional.empty();
        }
        String update = String.join(" ", waiting);
        waiting.clear();
        return Optional.of(update);
    }

    private void send(SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException failure) {
            // The browser left; completing with the failure makes the feed forget this page.
            emitter.completeWithError(failure);
        }
    }
}
