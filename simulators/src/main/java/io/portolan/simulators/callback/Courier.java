package io.portolan.simulators.callback;

import io.portolan.simulators.store.Store;
import io.portolan.simulators.store.StoreFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Carries letters from the outbox to their addressees, several at a time, each until somebody says that it has arrived. */
public final class Courier implements AutoCloseable {

    private static final int MOST_AT_ONCE = 64;
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

    private final Store store;
    private final Outbox outbox;
    private final Function<Counterparty, Seal> seals;
    private final InstantSource clock;
    private final Semaphore hands = new Semaphore(MOST_AT_ONCE);
    private final ExecutorService journeys = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    public Courier(Store store, Outbox outbox, Function<Counterparty, Seal> seals, InstantSource clock) {
        this.store = store;
        this.outbox = outbox;
        this.seals = seals;
        this.clock = clock;
    }

    /** Sets out with what is due, as far as hands are free, and does not wait for the answers. */
    public void setOut() {
        var now = clock.instant();
        int free = hands.availablePermits();
        if (free == 0 || !store.read(sql -> outbox.isDue(sql, now))) {
            return;
        }
        for (var letter : store.write(sql -> outbox.claim(sql, now, free))) {
            hands.acquireUninterruptibly();
            journeys.execute(() -> {
                try {
                    deliver(letter);
                } finally {
                    hands.release();
                }
            });
        }
    }

    /** Delivers everything that there is to tell about one instruction, and waits for the answers. */
    public void deliverNow(long instruction) {
        store.read(sql -> outbox.of(sql, instruction)).forEach(this::deliver);
    }

    /** Abandons the journeys under way; their letters stay in the outbox and are soon due again. */
    @Override
    public void close() {
        journeys.shutdownNow();
        try {
            journeys.awaitTermination(LONGEST_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.shutdownNow();
    }

    private void deliver(Letter letter) {
        boolean arrived = isAnswered(letter.message());
        try {
            store.write(sql -> {
                if (arrived) {
                    outbox.delivered(sql, letter);
                } else {
                    outbox.failed(sql, letter, clock.instant());
                }
                return letter;
            });
        } catch (StoreFailure closing) {
            // The letter is still in the outbox: after the restart it is sent again, as callbacks may be.
        }
    }

    private boolean isAnswered(Message message) {
        try {
            var answer = http.send(request(message), BodyHandlers.discarding());
            return answer.statusCode() / 100 == 2;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpRequest request(Message message) {
        var address = URI.create(message.url());
        var request = HttpRequest.newBuilder(address)
                .timeout(LONGEST_ANSWER)
                .header("Content-Type", message.mediaType())
                .POST(BodyPublishers.ofString(message.body()));
        seals.apply(message.from()).headers(target(address), message.body()).forEach(request::header);
        return request.build();
    }

    private static String target(URI address) {
        var path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }
}
