package io.portolan.domain.operations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What operations must know. Nothing here is ever deleted: an alert that was ended keeps who ended it, why and when. */
public interface Alerts {
    /** Adds the alert, unless one with the same subject and detail is open already. Safe to repeat. */
    void raise(Alert alert);

    /** The open ones, newest first, at most the 100 newest. */
    List<Alert> listOpen();

    /** Any alert, open or ended. */
    Optional<Alert> find(String id);

    /**
     * Ends an open alert. False, and nothing is changed, if it was ended before or there is none with this id.
     *
     * @throws IllegalArgumentException if there is no operator, or no reason of 1 to 500 characters
     */
    boolean end(String id, String operator, String reason, Instant at);
}
