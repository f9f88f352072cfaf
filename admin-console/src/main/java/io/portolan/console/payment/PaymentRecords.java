package io.portolan.console.payment;

import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.Journal;
import io.portolan.domain.ledger.PostedEntry;
import io.portolan.domain.operations.BankCalls;
import io.portolan.domain.operations.Decisions;
import io.portolan.domain.payment.Payments;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What is on record about a payment: its events, bank calls, ledger entries and operator decisions. */
@Component
class PaymentRecords {
    static final int MAX_EVENTS = 500;

    private final Payments payments;
    private final BankCalls calls;
    private final Journal journal;
    private final Decisions decisions;

    PaymentRecords(Payments payments, BankCalls calls, Journal journal, Decisions decisions) {
        this.payments = payments;
        this.calls = calls;
        this.journal = journal;
        this.decisions = decisions;
    }

    void addTo(Model model, PaymentId id, Instant now) {
        List<PostedEntry> entries = journal.entriesOf(id);
        model.addAttribute(
                "events",
                payments.listEvents(id, "", MAX_EVENTS).stream()
                        .map(event -> EventView.of(event, now))
                        .toList());
        model.addAttribute("calls", CallView.of(calls.of(id), now));
        model.addAttribute(
                "entries",
                entries.stream().map(entry -> EntryView.of(entry, now)).toList());
        model.addAttribute(
                "totals",
                CurrencyTotalView.of(entries.stream()
                        .flatMap(entry -> entry.entry().postings().stream())
                        .toList()));
        model.addAttribute(
                "decisions",
                decisions.of(id).stream()
                        .map(decision -> DecisionView.of(decision, now))
                        .toList());
    }
}
