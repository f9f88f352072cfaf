package io.portolan.simulators.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.portolan.simulators.wire.HttpRoute;
import java.util.List;

/** WireMock on the loopback interface, with one stub for each route, all answered by our own endpoints. */
public final class HttpFrontEnd implements AutoCloseable {

    /** Many, because a request may wait for its callback's response, and the receiver may send an inquiry meanwhile. */
    private static final int THREADS = 256;

    private static final int LOWEST_PRIORITY = 10;

    private final WireMockServer server;

    private HttpFrontEnd(WireMockServer server) {
        this.server = server;
    }

    /** Listens on the port, or on any free one for 0. Throws an IllegalStateException if the port is taken. */
    public static HttpFrontEnd open(int port, List<HttpRoute> routes) {
        var options = WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .port(port)
                .containerThreads(THREADS)
                .jettyAcceptQueueSize(512)
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .gzipDisabled(true)
                .notifier(new ErrorsOnlyNotifier())
                .extensions(new EndpointTransformer(routes));
        var frontEnd = new HttpFrontEnd(new WireMockServer(options));
        frontEnd.registerRoutes(routes);
        try {
            frontEnd.server.start();
        } catch (FatalStartupException e) {
            throw new IllegalStateException("cannot listen on 127.0.0.1:" + port, e);
        }
        return frontEnd;
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private void registerRoutes(List<HttpRoute> routes) {
        for (HttpRoute route : routes) {
            server.stubFor(request(route.method(), urlPathEqualTo(route.path()))
                    .willReturn(aResponse()
                            .withTransformers(EndpointTransformer.NAME)
                            .withTransformerParameter(EndpointTransformer.ROUTE, EndpointTransformer.name(route))));
        }
        // Without it WireMock would search all stubs for near misses and describe them in its answer.
        server.stubFor(
                any(anyUrl()).atPriority(LOWEST_PRIORITY).willReturn(aResponse().withStatus(404)));
    }
}
