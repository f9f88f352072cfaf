package io.portolan.simulators.wire;

/** The method and path of an endpoint. The path is matched exactly; the query is left to the endpoint. */
public record HttpRoute(String method, String path, Endpoint endpoint) {}
