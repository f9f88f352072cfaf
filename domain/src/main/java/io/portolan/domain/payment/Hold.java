package io.portolan.domain.payment;

import java.time.Instant;

/** A person holds the payment: nothing new is instructed until it is released, and deadlines go on. */
public record Hold(String operator, String reason, Instant heldAt) {}
