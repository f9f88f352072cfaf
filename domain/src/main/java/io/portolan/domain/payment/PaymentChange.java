package io.portolan.domain.payment;

import io.portolan.domain.breaks.Break;
import io.portolan.domain.decision.RecordedDecision.Ending;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a payment in one database transaction: the payment as it is now, its events, the ledger entries, the breaks that were found, and the decision that it
 * carries out or refuses.
 *
 * @param findings contradictions: a break that is there already is left alone, with its event
 */
public record PaymentChange(
        Payment payment,
        List<PaymentEvent> events,
        List<JournalEntry> entries,
        List<Finding> findings,
        @Nullable EndedDecision decision) {
    /** A break, and the event that tells of it: both are written once. */
    public record Finding(Break found, PaymentEvent event) {}

    /** The decision that ends with this change. */
    public record EndedDecision(String id, Ending ending) {}

    public PaymentChange {
        events = List.copyOf(events);
        entries = List.copyOf(entries);
        findings = List.copyOf(findings);
    }

    /** Nothing to write. */
    public static PaymentChange none(Payment payment) {
        return new PaymentChange(payment, List.of(), List.of(), List.of(), null);
    }

    /** Whether nothing became known, beside what may contradict. */
    public boolean isNone() {
        return events.isEmpty() && entries.isEmpty() && findings.isEmpty() && decision == null;
    }

    /** This change and then that one, which was made of its payment, as one. */
    public PaymentChange followedBy(PaymentChange next) {
        List<PaymentEvent> allEvents = new ArrayList<>(events);
        allEvents.addAll(next.events);
        List<JournalEntry> allEntries = new ArrayList<>(entries);
        allEntries.addAll(next.entries);
        List<Finding> allFindings = new ArrayList<>(findings);
        allFindings.addAll(next.findings);
        EndedDecision ended = next.decision == null ? decision : next.decision;
        return new PaymentChange(next.payment, allEvents, allEntries, allFindings, ended);
    }

    /**
     * The same, with what the book refuses to post to this account posted to suspense instead, and a break about it: what banks have done is recorded, whatever
     * becomes of our own accounts.
     */
    public PaymentChange divertedFrom(AccountId closed, Instant at) {
        List<JournalEntry> diverted =
                entries.stream().map(entry -> Suspense.insteadOf(closed, entry)).toList();
        List<Finding> allFindings = new ArrayList<>(findings);
        entries.stream()
                .filter(entry -> !diverted.contains(entry))
                .map(entry -> Suspense.findingOf(closed, entry, payment, at))
                .forEach(allFindings::add);
        return new PaymentChange(payment, events, diverted, allFindings, decision);
    }

    /** The same, ending a decision. */
    public PaymentChange ending(EndedDecision ended) {
        return new PaymentChange(payment, events, entries, findings, ended);
    }
}
