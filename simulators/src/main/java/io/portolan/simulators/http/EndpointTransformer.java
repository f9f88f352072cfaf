package io.portolan.simulators.http;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.portolan.simulators.wire.Endpoint;
import io.portolan.simulators.wire.HttpRoute;
import io.portolan.simulators.wire.Reply;
import io.portolan.simulators.wire.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers a WireMock stub with our endpoint. A connection is reset only after the endpoint has done its work. */
final class EndpointTransformer implements ResponseDefinitionTransformerV2 {

    static final String NAME = "endpoint";
    static final String ROUTE = "route";

    private final Map<String, Endpoint> endpoints;

    EndpointTransformer(List<HttpRoute> routes) {
        this.endpoints = routes.stream().collect(Collectors.toMap(EndpointTransformer::name, HttpRoute::endpoint));
    }

    static String name(HttpRoute route) {
        return route.method() + " " + route.path();
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        var name = event.getTransformerParameters().getString(ROUTE);
        var endpoint = Optional.ofNullable(endpoints.get(name)).orElseThrow();
        return definition(answer(endpoint, new WireMockRequest(event.getRequest())));
    }

    private static Reply answer(Endpoint endpoint, Request request) {
        try {
            return endpoint.answer(request);
        } catch (RuntimeException e) {
            System.err.println(request.method() + " " + request.target() + " failed");
            e.printStackTrace();
            return Reply.text(500, "internal simulator error");
        }
    }

    private static ResponseDefinition definition(Reply reply) {
        return switch (reply) {
            case Reply.ConnectionReset _ ->
                new ResponseDefinitionBuilder()
                        .withFault(Fault.CONNECTION_RESET_BY_PEER)
                        .build();
            case Reply.Content(var status, var mediaType, var body) ->
                new ResponseDefinitionBuilder()
                        .withStatus(status)
                        .withHeader("Content-Type", mediaType + ";charset=UTF-8")
                        .withBody(body)
                        .build();
        };
    }
}
