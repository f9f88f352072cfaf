package io.portolan.fx.dealer;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The line to the dealer: one request, and its whole answer within a time and a size, or none.
 *
 * <p>Redirections are not followed, because a signed order is meant for one address. A POST is sent once; the JDK may repeat a GET whose connection
 * broke.
 */
final class Line implements AutoCloseable {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);

    private final Duration timeLimit;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_LIMIT)
            .executor(threads)
            .build();

    Line(Duration timeLimit) {
        this.timeLimit = timeLimit;
    }

    Answer exchange(HttpRequest request, int mostBytes) throws Untrustworthy {
        // Not the request's own timeout: that one ends with the headers, and a body can be slow as well.
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), mostBytes));
        try {
            HttpResponse<byte[]> response = exchange.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), utf8(response.body()));
        } catch (TimeoutException e) {
            throw new Untrustworthy("no whole answer within " + timeLimit.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw new Untrustworthy(reasonOf(e.getCause(), mostBytes));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Untrustworthy("interrupted while waiting for the answer");
        } finally {
            exchange.cancel(true);
        }
    }

    private static String reasonOf(@Nullable Throwable failure, int mostBytes) {
        return switch (failure) {
            case HttpTimeoutException _ -> "no connection within " + CONNECT_LIMIT.toMillis() + " ms";
            case ConnectException _ -> "no connection";
            case IOException _ -> "the connection broke before a whole answer of at most " + mostBytes + " bytes";
            case null, default -> throw new IllegalStateException("the request could not be sent", failure);
        };
    }

    private static String utf8(byte[] body) throws Untrustworthy {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Untrustworthy("the answer is not UTF-8");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        threads.shutdown();
    }
}
