package io.portolan.banks.iso20022;

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
 * The line to the bank: one request, and its whole answer within a time and a size, or none.
 *
 * <p>Redirections are not followed, because a signed order is meant for one address. A POST is sent once; the JDK may repeat a GET whose connection
 * broke.
 */
final class HttpChannel implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private final Duration timeLimit;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .executor(executor)
            .build();

    HttpChannel(Duration timeLimit) {
        this.timeLimit = timeLimit;
    }

    Response send(HttpRequest request, int mostBytes) throws InvalidResponse {
        // Not the request's own timeout: that one ends with the headers, and a body can be slow as well.
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), mostBytes));
        try {
            HttpResponse<byte[]> response = exchange.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
            return new Response(response.statusCode(), decodeUtf8(response.body()));
        } catch (TimeoutException e) {
            throw new InvalidResponse("no whole answer within " + timeLimit.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw new InvalidResponse(describe(e.getCause(), mostBytes));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InvalidResponse("interrupted while waiting for the answer");
        } finally {
            exchange.cancel(true);
        }
    }

    private static String describe(@Nullable Throwable failure, int mostBytes) {
        return switch (failure) {
            case HttpTimeoutException _ -> "no connection within " + CONNECT_TIMEOUT.toMillis() + " ms";
            case ConnectException _ -> "no connection";
            case IOException _ -> "the connection broke before a whole answer of at most " + mostBytes + " bytes";
            case null, default -> throw new IllegalStateException("the request could not be sent", failure);
        };
    }

    private static String decodeUtf8(byte[] body) throws InvalidResponse {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidResponse("the answer is not UTF-8");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        executor.shutdown();
    }
}
