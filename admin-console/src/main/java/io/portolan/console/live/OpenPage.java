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

/** One open page. News wait here while the browser is slow, at most a page full, so that one slow browser holds up nobody. */
final class OpenPage {
    /** Stands for more changes than are worth naming. */
    static final String EVERYTHING = "*";

    private static final int MAX_WAITING = 100;

    private final SseEmitter emitter;
    private final String payment;
    private final Instant openedAt;
    private final Set<String> waiting = new LinkedHashSet<>();
    private boolean sending;

    /** @param payment the one payment of interest; empty for all */
    OpenPage(SseEmitter emitter, String payment, Instant openedAt) {
        this.emitter = emitter;
        this.payment = payment;
        this.openedAt = openedAt;
    }

    boolean isOpenedBefore(Instant time) {
        return openedAt.isBefore(time);
    }

    /** Sends what of this news is of interest, as soon as the browser takes it. */
    void sendChanges(Collection<String> changed, Executor executor) {
        if (enqueue(changed)) {
            executor.execute(this::send);
        }
    }

    /** Keeps the connection from looking dead to whatever stands between. */
    void sendHeartbeat(Executor executor) {
        executor.execute(() -> send(SseEmitter.event().comment("alive")));
    }

    /** Ends it; the browser comes back if its page is still open. */
    void close() {
        emitter.complete();
    }

    private synchronized boolean enqueue(Collection<String> changed) {
        changed.stream().filter(this::isOfInterest).forEach(waiting::add);
        if (waiting.size() > MAX_WAITING) {
            waiting.clear();
            waiting.add(EVERYTHING);
        }
        boolean start = !waiting.isEmpty() && !sending;
        sending = sending || start;
        return start;
    }

    private boolean isOfInterest(String changed) {
        return payment.isEmpty() || changed.equals(payment) || changed.equals(EVERYTHING);
    }

    private void send() {
        for (Optional<String> news = takeWaiting(); news.isPresent(); news = takeWaiting()) {
            send(SseEmitter.event().name("changed").data(news.get()));
        }
    }

    private synchronized Optional<String> takeWaiting() {
        if (waiting.isEmpty()) {
            sending = false;
            return Optional.empty();
        }
        String news = String.join(" ", waiting);
        waiting.clear();
        return Optional.of(news);
    }

    private void send(SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException gone) {
            // The browser left; completing with its failure makes the feed forget this viewer.
            emitter.completeWithError(gone);
        }
    }
}
