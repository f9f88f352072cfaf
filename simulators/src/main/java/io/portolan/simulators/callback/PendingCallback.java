package io.portolan.simulators.callback;

/** A callback in the outbox and how often its delivery has failed. */
record PendingCallback(long id, Callback callback, int failures) {}
