package io.portolan.simulators.callback;

/** A message in the outbox and how often its delivery has failed. */
record Letter(long id, Message message, int failures) {}
