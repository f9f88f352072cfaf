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

/** Sends callbacks from the outbox, several at a time, and repeats each until it is answered with 2xx or given up. */
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
            Store store, Outbox outbox, Function<Counterparty, RequestSigner> signers, InstantSource clock) {
        this.store = store;
        this.outbox = outbox;
        this.signers = signers;
        this.clock = clock;
    }

    /** Sends what is due, as far as permits are free, and does not wait for the responses. */
    public void sendDue() {
        var now = clock.instant();
        int free = permits.availablePermits();
        if (free == 0 || !store.read(sql -> outbox.isDue(sql, now))) {
            return;
        }
        for (var pending : store.write(sql -> outbox.claim(sql, now, free))) {
            permits.acquireUninterruptibly();
            executor.execute(() -> {
                try {
                    sendAndRecord(pending);
                } finally {
                    permits.release();
                }
            });
        }
    }

    /** Sends all pending callbacks about one instruction, and waits for the responses. */
    public void sendNow(long instruction) {
        store.read(sql -> outbox.pendingFor(sql, instruction)).forEach(this::sendAndRecord);
    }

    /** Aborts deliveries in flight; their callbacks stay in the outbox and are soon due again. */
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

    private void sendAndRecord(PendingCallback pending) {
        boolean delivered = send(pending.callback());
        try {
            store.write(sql -> {
                if (delivered) {
                    outbox.recordDelivery(sql, pending);
                } else {
                    outbox.recordFailure(sql, pending, clock.instant());
                }
                return pending;
            });
        } catch (StoreFailure closing) {
            // The callback is still in the outbox: after the restart it is sent again, as callbacks may be.
        }
    }

    private boolean send(Callback callback) {
        try {
            var response = http.send(request(callback), BodyHandlers.discarding());
            return response.statusCode() / 100 == 2;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpRequest request(Callback callback) {
        var url = URI.create(callback.url());
        var request = HttpRequest.newBuilder(url)
                .timeout(RESPONSE_TIMEOUT)
                .header("Content-Type", callback.mediaType())
                .POST(BodyPublishers.ofString(callback.body()));
        signers.apply(callback.from()).headers(target(url), callback.body()).forEach(request::header);
        return request.build();
    }

    private static String target(URI url) {
        var path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }
}
