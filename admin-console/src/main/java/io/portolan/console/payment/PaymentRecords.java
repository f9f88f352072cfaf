package io.portolan.console.payment;

import io.portolan.console.breaks.BreakView;
import io.portolan.console.decisions.DecisionView;
import io.portolan.domain.breaks.Breaks;
import io.portolan.domain.decision.Decisions;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.Journal;
import io.portolan.domain.ledger.PostedEntry;
import io.portolan.domain.operations.BankCalls;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Payments;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What is on record about a payment: its events, bank calls, ledger entries, decisions and breaks. */
@Component
class PaymentRecords {
    static final int MAX_EVENTS = 500;

    private final Payments payments;
    private final BankCalls calls;
    private final Journal journal;
    private final Decisions decisions;
    private final Breaks breaks;

    PaymentRecords(Payments payments, BankCalls calls, Journal journal, Decisions decisions, Breaks breaks) {
        this.payments = payments;
        this.calls = calls;
        this.journal = journal;
        this.decisions = decisions;
        this.breaks = breaks;
    }

    void addTo(Model model, Payment payment, Instant now) {
        PaymentId id = payment.id();
        List<PostedEntry> entries = journal.entriesOf(id);
        model.addAttribute(
                "events",
                payments.listEvents(id, "", MAX_EVENTS).stream()
                        .map(event -> EventView.of(event, now))
                        .toList());
        model.addAttribute("calls", CallView.of(payment, calls.of(id), now));
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
                        .map(decision -> DecisionView.of(decision, payment, now))
                        .toList());
        model.addAttribute(
                "paymentBreaks",
                breaks.of(id).stream().map(found -> BreakView.of(found, now)).toList());
    }
}
