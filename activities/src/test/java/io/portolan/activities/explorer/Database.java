package io.portolan.activities.explorer;

import io.portolan.domain.breaks.BreakType;
import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.PaymentChange.EndedDecision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is recorded of one payment, immutable: itself, its entries, its breaks and its decisions. */
final class Database {
    private final Tokens tokens;
    private final Payment payment;
    private final Map<String, JournalEntry> entries;
    private final List<Contradiction> breaks;
    private final List<RecordedDecision> decisions;
    private final long hash;

    /** A break without its random id. */
    record Contradiction(BreakType type, InstructionKey instruction, String reference) {}

    Database(Tokens tokens, Payment payment) {
        this(tokens, payment, Map.of(), List.of(), List.of());
    }

    private Database(
            Tokens tokens,
            Payment payment,
            Map<String, JournalEntry> entries,
            List<Contradiction> breaks,
            List<RecordedDecision> decisions) {
        this.tokens = tokens;
        this.payment = tokens.canonical(payment);
        this.entries = entries;
        this.breaks = breaks;
        this.decisions = decisions;
        long mixed = Tokens.mix(tokens.of(this.payment), tokens.of(List.copyOf(entries.keySet())));
        this.hash = Tokens.mix(Tokens.mix(mixed, tokens.of(breaks)), tokens.of(decisions));
    }

    Payment payment() {
        return payment;
    }

    Map<String, JournalEntry> entries() {
        return entries;
    }

    List<Contradiction> breaks() {
        return breaks;
    }

    List<RecordedDecision> decisions() {
        return decisions;
    }

    long hash() {
        return hash;
    }

    boolean hasBreakOf(InstructionKey key) {
        return breaks.stream().anyMatch(found -> key.equals(found.instruction()));
    }

    /** Each account's balance; debits are positive. */
    Map<AccountId, Money> balances() {
        Map<AccountId, Money> balances = new HashMap<>();
        entries.values().stream()
                .flatMap(entry -> entry.postings().stream())
                .forEach(posting -> balances.merge(posting.account(), posting.amount(), Money::plus));
        return balances;
    }

    /** Writes all of a change. An entry that is there already is left alone, as by the book. */
    Database write(PaymentChange change) {
        if (change.isNone()) {
            return this;
        }
        Map<String, JournalEntry> posted = new LinkedHashMap<>(entries);
        for (JournalEntry entry : change.entries()) {
            JournalEntry known = posted.putIfAbsent(entry.key(), entry);
            if (known != null && !known.postings().equals(entry.postings())) {
                throw new IllegalStateException("entry " + entry.key() + " is posted with other postings");
            }
        }
        List<Contradiction> found = new ArrayList<>(breaks);
        change.findings().stream()
                .map(PaymentChange.Finding::found)
                .map(each -> new Contradiction(each.type(), each.instruction(), each.reference()))
                .filter(each -> !found.contains(each))
                .forEach(found::add);
        EndedDecision ended = change.decision();
        return new Database(
                tokens, change.payment(), posted, List.copyOf(found), ended == null ? decisions : ending(ended));
    }

    Database add(RecordedDecision decision) {
        List<RecordedDecision> all = new ArrayList<>(decisions);
        all.add(decision);
        return new Database(tokens, payment, entries, breaks, List.copyOf(all));
    }

    private List<RecordedDecision> ending(EndedDecision ended) {
        return decisions.stream()
                .map(each -> each.decision().header().id().equals(ended.id()) ? end(each, ended) : each)
                .toList();
    }

    private static RecordedDecision end(RecordedDecision open, EndedDecision ended) {
        if (open.status() != DecisionStatus.APPROVED) {
            throw new IllegalStateException("decision " + ended.id() + " has ended before");
        }
        return new RecordedDecision(
                open.decision(), ended.ending().status(), open.lapsesAt(), open.approval(), ended.ending());
    }

    /** Small numbers for equal values, so that whole states are compared by a few of them. */
    static final class Tokens {
        private final Map<Object, Object> first = new HashMap<>();
        private final IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>();

        /** The first value that equals this one. */
        @SuppressWarnings("unchecked")
        <T> T canonical(T value) {
            if (numbers.containsKey(value)) {
                return value;
            }
            Object known = first.putIfAbsent(value, value);
            if (known == null) {
                numbers.put(value, numbers.size());
                return value;
            }
            return (T) known;
        }

        int of(Object value) {
            Integer number = numbers.get(value);
            return number != null ? number : numbers.get(canonical(value));
        }

        /** Mixes a number into a hash of 64 bits (the finalizer of SplitMix64). */
        static long mix(long hash, long number) {
            long mixed = (hash ^ number) * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L;
            mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
            mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
            return mixed ^ (mixed >>> 31);
        }
    }
}
