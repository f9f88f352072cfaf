package io.portolan.banks.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
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
 * Exchanges one HTTP request for its complete response, bounded in time and size, or throws {@link InvalidResponse}.
 *
 * <p>Redirections are not followed, because a signed order is meant for one address. A POST is sent once; the JDK may
 * repeat a GET whose connection broke.
 */
public final class HttpChannel implements AutoCloseable {
    public static final int MAX_RESPONSE_BYTES = 64 * 1024;
    public static final int MAX_STATEMENT_BYTES = 8 * 1024 * 1024;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private final String baseUri;
    private final Duration timeLimit;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .executor(executor)
            .build();

    /** {@code timeLimit} is for one whole exchange: connecting, the headers, and the body up to its last byte. */
    public HttpChannel(URI baseUri, Duration timeLimit) {
        this.baseUri = baseUri.toString().replaceAll("/+$", "");
        this.timeLimit = timeLimit;
    }

    public UnsignedRequest get(String path) {
        return new UnsignedRequest("GET", URI.create(baseUri + path), "");
    }

    public UnsignedRequest post(String path, String body) {
        return new UnsignedRequest("POST", URI.create(baseUri + path), body);
    }

    public Response send(HttpRequest request, int maxBytes) throws InvalidResponse {
        // Not the request's own timeout: that one ends with the headers, and a body can be slow as well.
        CompletableFuture<HttpResponse<byte[]>> pending =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), maxBytes));
        try {
            HttpResponse<byte[]> response = pending.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
            return new Response(response.statusCode(), decodeUtf8(response.body()));
        } catch (TimeoutException e) {
            throw new InvalidResponse("no complete response within " + timeLimit.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw new InvalidResponse(describe(e.getCause(), maxBytes));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InvalidResponse("interrupted while waiting for the response");
        } finally {
            pending.cancel(true);
        }
    }

    private static String describe(@Nullable Throwable failure, int maxBytes) {
        return switch (failure) {
            case HttpTimeoutException _ -> "could not connect within " + CONNECT_TIMEOUT.toMillis() + " ms";
            case ConnectException _ -> "could not connect";
            case IOException _ -> "the connection broke or the response exceeded " + maxBytes + " bytes";
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
            throw new InvalidResponse("the response is not UTF-8");
        }
    }

    /** Cancels requests in flight and closes the connections. */
    @Override
    public void close() {
        client.shutdownNow();
        executor.shutdown();
    }
}
