package io.portolan.domain.operations;

import io.portolan.domain.ids.PaymentId;
import java.util.List;

/** The record of what people decided. */
public interface Decisions {
    /** Records the decision; a repeat of its id is left alone. */
    void add(Decision decision);

    /** A payment's decisions, oldest first. */
    List<Decision> of(PaymentId payment);
}
