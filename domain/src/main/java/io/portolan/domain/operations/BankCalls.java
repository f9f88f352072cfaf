package io.portolan.domain.operations;

import io.portolan.domain.ids.PaymentId;
import java.util.List;

/** The record of every exchange with the other side. */
public interface BankCalls {
    void add(BankCall call);

    /** Records a callback once. False if this event id of this sender was recorded before: a duplicate. */
    boolean addCallback(String sender, String eventId, BankCall call);

    /** A payment's calls, oldest first, at most the 500 newest. */
    List<BankCall> of(PaymentId payment);
}
