package io.portolan.domain.payment;

import java.time.Instant;

/**
 * The payment is held: nothing new is instructed until it is released, and deadlines go on.
 *
 * @param operator who holds it: a person, or {@link #PORTOLAN} itself where a bank contradicts what is recorded
 */
public record Hold(String operator, String reason, Instant heldAt) {
    /** Who holds a payment that no person holds. */
    public static final String PORTOLAN = "portolan";
}
