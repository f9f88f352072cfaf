package io.portolan.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.console.ConsoleFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

class LiveFeedTest {
    private final ConsoleFixture fixture = new ConsoleFixture();
    private final LiveFeed feed = new LiveFeed(fixture.payments, fixture.clock);

    @BeforeEach
    void start() {
        feed.start();
    }

    @AfterEach
    void stop() {
        feed.stop();
    }

    @Test
    void limitsTheNumberOfOpenPages() {
        for (int i = 0; i < LiveFeed.MAX_OPEN_PAGES; i++) {
            assertThat(feed.open("")).isPresent();
        }

        assertThat(feed.open("")).isEmpty();
        assertThat(new LiveEndpoint(feed).open("")).satisfies(answer -> {
            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("30");
        });
    }

    @Test
    void stoppingEndsEveryStreamAndTakesNoNewOne() {
        feed.open("");

        feed.stop();

        assertThat(feed.openPageCount()).isZero();
        assertThat(feed.isRunning()).isFalse();
        assertThat(feed.open("")).isEmpty();
    }
}
