package io.portolan.simulators.callback;

import io.portolan.simulators.instruction.Counterparty;
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
public final class CallbackSender implements AutoCloseable {

    private static final int MAX_CONCURRENT = 64;
    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(5);

    private final Store store;
    private final Outbox outbox;
    private final Function<Counterparty, RequestSigner> signers;
    private final InstantSource clock;
    private final Semaphore permits = new Semaphore(MAX_CONCURRENT);
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    public CallbackSender(
            Store store, Outbox outbox, Function<Counterparty, RequestSigner> seals, InstantSource clock) {
        this.store = store;
        this.outbox = outbox;
        this.signers = seals;
        this.clock = clock;
    }

    /** Sets out with what is due, as far as hands are free, and does not wait for the answers. */
    public void sendDue() {
        var now = clock.instant();
        int free = permits.availablePermits();
        if (free == 0 || !store.read(sql -> outbox.isDue(sql, now))) {
            return;
        }
        for (var letter : store.write(sql -> outbox.claim(sql, now, free))) {
            permits.acquireUninterruptibly();
            executor.execute(() -> {
                try {
                    sendAndRecord(letter);
                } finally {
                    permits.release();
                }
            });
        }
    }

    /** Delivers everything that there is to tell about one instruction, and waits for the answers. */
    public void sendNow(long instruction) {
        store.read(sql -> outbox.pendingFor(sql, instruction)).forEach(this::sendAndRecord);
    }

    /** Abandons the journeys under way; their letters stay in the outbox and are soon due again. */
    @Override
    public void close() {
        executor.shutdownNow();
        try {
            executor.awaitTermination(RESPONSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.shutdownNow();
    }

    private void sendAndRecord(PendingCallback letter) {
        boolean arrived = send(letter.callback());
        try {
            store.write(sql -> {
                if (arrived) {
                    outbox.recordDelivery(sql, letter);
                } else {
                    outbox.recordFailure(sql, letter, clock.instant());
                }
                return letter;
            });
        } catch (StoreFailure closing) {
            // The letter is still in the outbox: after the restart it is sent again, as callbacks may be.
        }
    }

    private boolean send(Callback message) {
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

    private HttpRequest request(Callback message) {
        var address = URI.create(message.url());
        var request = HttpRequest.newBuilder(address)
                .timeout(RESPONSE_TIMEOUT)
                .header("Content-Type", message.mediaType())
                .POST(BodyPublishers.ofString(message.body()));
        signers.apply(message.from()).headers(target(address), message.body()).forEach(request::header);
        return request.build();
    }

    private static String target(URI address) {
        var path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }
}
