package io.portolan.console.live;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The stream of updates for an open page: server-sent events named {@code changed}, with payment ids or {@code *} for
 * many.
 */
@Controller
class LiveEndpoint {
    private static final String RETRY_AFTER_SECONDS = "30";

    private final LiveFeed feed;

    LiveEndpoint(LiveFeed feed) {
        this.feed = feed;
    }

    @GetMapping(path = "/console/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> open(@RequestParam(name = "payment", defaultValue = "") String payment) {
        return feed.open(payment)
                .map(emitter -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        // A proxy that buffers would delay updates.
                        .header("X-Accel-Buffering", "no")
                        .body(emitter))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                        .build());
    }
}
