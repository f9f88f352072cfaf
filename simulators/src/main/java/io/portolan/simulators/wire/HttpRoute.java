package io.portolan.simulators.wire;

/** Where an endpoint is found. The path is matched exactly, the query is the endpoint's own business. */
public record HttpRoute(String method, String path, Endpoint endpoint) {}
