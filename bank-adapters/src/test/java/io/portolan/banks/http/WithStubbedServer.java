package io.portolan.banks.http;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/**
 * For tests whose other side responds as each test says: one server for all of them, which forgets its stubs after each
 * test.
 */
public abstract class WithStubbedServer {
    /** Long enough for a busy machine, short enough for a hung test. */
    protected static final Duration LONG_TIMEOUT = Duration.ofSeconds(10);

    protected static final Duration SHORT_TIMEOUT = Duration.ofMillis(300);
    protected static final WireMockServer server = startServer();

    private static WireMockServer startServer() {
        var server =
                new WireMockServer(wireMockConfig().bindAddress("127.0.0.1").dynamicPort());
        server.start();
        return server;
    }

    protected static URI serverUri() {
        return URI.create(server.baseUrl());
    }

    @AfterEach
    protected final void resetServer() {
        server.resetAll();
    }
}
