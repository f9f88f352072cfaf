package io.portolan.domain.operations;

import io.portolan.domain.identity.PaymentId;
import java.util.List;

/** The record of what people decided. */
public interface OperatorActions {
    /** Records the action; a repeat of its id is left alone. */
    void add(OperatorAction action);

    /** A payment's actions, oldest first. */
    List<OperatorAction> of(PaymentId payment);
}
