package io.portolan.simulators.wire;

/** Answers one kind of request; called on many threads at once. */
@FunctionalInterface
public interface Endpoint {

    Reply answer(Request request);
}
