package io.portolan.domain.payment;

import io.portolan.domain.breaks.InMemoryBreaks;
import io.portolan.domain.decision.InMemoryDecisions;
import io.portolan.domain.fx.QuoteId;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ids.RefundId;
import io.portolan.domain.instruction.BookingStatus;
import io.portolan.domain.instruction.SettlementStatus;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.payment.PaymentChange.EndedDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Payments kept in memory, with the promises of a database: one decision at a time on a payment, and all that it decides is written or nothing.
 * Writes are tallied, so that a test can see what was recorded twice.
 */
public final class InMemoryPayments implements Payments {
    private final SortedMap<String, Payment> payments = new TreeMap<>();
    private final List<PaymentEvent> events = new ArrayList<>();
    private final List<JournalEntry> entries = new ArrayList<>();
    private final InMemoryDecisions decisions;
    private final InMemoryBreaks breaks = new InMemoryBreaks();
    private final Consumer<List<JournalEntry>> book;

    public InMemoryPayments() {
        this(new InMemoryDecisions());
    }

    /** A store that ends decisions of these with its changes. */
    public InMemoryPayments(InMemoryDecisions decisions) {
        this(decisions, _ -> {});
    }

    /** A store that posts to this book, too: what the book does not take is not written. */
    public InMemoryPayments(InMemoryDecisions decisions, Consumer<List<JournalEntry>> book) {
        this.decisions = decisions;
        this.book = book;
    }

    /** A store that holds these payments already. */
    public static InMemoryPayments of(Payment... stored) {
        InMemoryPayments payments = new InMemoryPayments();
        Stream.of(stored).forEach(payment -> payments.payments.put(payment.id().value(), payment));
        return payments;
    }

    /** The payment as it is now. */
    public Payment get(PaymentId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("there is no payment " + id));
    }

    /** Every ledger entry written so far, oldest first. */
    public synchronized List<JournalEntry> entries() {
        return List.copyOf(entries);
    }

    /** The breaks that changes found. */
    public InMemoryBreaks breaks() {
        return breaks;
    }

    /** The types of every event written so far, oldest first, without their common beginning. */
    public synchronized List<String> eventTypes() {
        return events.stream()
                .map(event -> event.type().replaceFirst("^payment\\.", ""))
                .toList();
    }

    @Override
    public synchronized void add(PaymentChange accepted) {
        QuoteId quote = accepted.payment().order().quote();
        if (payments.values().stream()
                .anyMatch(payment -> payment.order().quote().equals(quote))) {
            throw new QuoteAlreadyUsed(quote);
        }
        write(accepted);
    }

    @Override
    public synchronized Optional<Payment> find(PaymentId id) {
        return Optional.ofNullable(payments.get(id.value()));
    }

    @Override
    public synchronized PaymentChange change(PaymentId id, Function<Payment, PaymentChange> decision) {
        PaymentChange change = decision.apply(get(id));
        if (!change.isNone()) {
            write(change);
        }
        return change;
    }

    @Override
    public synchronized List<Payment> list(PaymentFilter filter) {
        return newestFirst().filter(matching(filter)).limit(filter.limit()).toList();
    }

    @Override
    public synchronized List<PaymentEvent> listEvents(PaymentId id, String after, int limit) {
        List<PaymentEvent> own =
                events.stream().filter(event -> event.payment().equals(id)).toList();
        return own.stream()
                .skip(own.stream().map(PaymentEvent::id).toList().indexOf(after) + 1L)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Payment> listNeedingAttention(Instant now, Duration timeLimit) {
        Instant oldest = now.minus(timeLimit);
        return payments.values().stream()
                .filter(payment -> !payment.stage().isTerminal())
                .filter(payment -> payment.stage() == Stage.PARKED
                        || payment.state().hold() != null
                        || payment.createdAt().isBefore(oldest)
                        || payment.state().instructions().stream()
                                .anyMatch(instruction -> instruction.booking() == BookingStatus.UNKNOWN))
                .limit(200)
                .toList();
    }

    @Override
    public synchronized List<PaymentId> listOpen(String after, int limit) {
        return payments.values().stream()
                .filter(payment -> !payment.stage().isTerminal())
                .map(Payment::id)
                .filter(id -> id.value().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<PaymentId> listAwaitingSettlement(String after, int limit) {
        return payments.values().stream()
                .filter(InMemoryPayments::isUnsettled)
                .map(Payment::id)
                .filter(id -> id.value().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<Payment> findByRefund(RefundId refund) {
        return payments.values().stream()
                .filter(payment -> payment.state().refunds().stream()
                        .anyMatch(each -> each.id().equals(refund)))
                .findFirst();
    }

    @Override
    public synchronized List<PaymentId> listOverdue(Instant before, int limit) {
        return payments.values().stream()
                .filter(payment -> payment.dueAt() != null && payment.dueAt().isBefore(before))
                .sorted(Comparator.comparing(payment -> Objects.requireNonNull(payment.dueAt())))
                .map(Payment::id)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Changed> listChangedSince(Instant since, int limit) {
        return payments.values().stream()
                .filter(payment -> !payment.updatedAt().isBefore(since))
                .sorted(Comparator.comparing(Payment::updatedAt).reversed())
                .map(payment -> new Changed(payment.id(), payment.updatedAt()))
                .limit(limit)
                .toList();
    }

    private static boolean isUnsettled(Payment payment) {
        return payment.state().instructions().stream()
                .anyMatch(instruction ->
                        instruction.isBooked() && instruction.settlement() == SettlementStatus.UNSETTLED);
    }

    private void write(PaymentChange change) {
        Payment payment = change.payment();
        book.accept(change.entries());
        payments.put(payment.id().value(), payment);
        events.addAll(change.events());
        entries.addAll(change.entries());
        change.findings().stream()
                .filter(finding -> breaks.add(finding.found()))
                .forEach(finding -> events.add(finding.event()));
        EndedDecision ended = change.decision();
        if (ended != null && !decisions.end(payment.id(), ended.id(), ended.ending())) {
            throw new IllegalStateException("decision " + ended.id() + " has ended before");
        }
    }

    private Stream<Payment> newestFirst() {
        return payments.values().stream()
                .sorted(Comparator.comparing((Payment payment) -> payment.id().value())
                        .reversed());
    }

    private static Predicate<Payment> matching(PaymentFilter filter) {
        return payment -> (filter.merchant() == null || filter.merchant().equals(payment.merchant()))
                && (filter.stages().isEmpty() || filter.stages().contains(payment.stage()))
                && (filter.orderReference() == null
                        || filter.orderReference().equals(payment.order().reference()))
                && (filter.createdAfter() == null || !payment.createdAt().isBefore(filter.createdAfter()))
                && (filter.createdBefore() == null || payment.createdAt().isBefore(filter.createdBefore()))
                && (filter.after() == null
                        || payment.id().value().compareTo(filter.after().value()) < 0);
    }
}
