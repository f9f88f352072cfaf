package io.portolan.domain.payment;

import io.portolan.domain.ledger.JournalEntry;
import java.util.List;

/** What one step of a payment writes, all in one database transaction: the payment as it is now, its events, and the ledger entries. */
public record PaymentChange(Payment payment, List<PaymentEvent> events, List<JournalEntry> entries) {
    public PaymentChange {
        events = List.copyOf(events);
        entries = List.copyOf(entries);
    }

    /** Nothing to write. */
    public static PaymentChange none(Payment payment) {
        return new PaymentChange(payment, List.of(), List.of());
    }

    /** Whether nothing became known. */
    public boolean isNone() {
        return events.isEmpty() && entries.isEmpty();
    }
}
