package io.portolan.activities.explorer;

import io.portolan.activities.explorer.Execution.Call;
import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.decision.Decisions;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.decision.RecordedDecision.Approval;
import io.portolan.domain.decision.RecordedDecision.Ending;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ids.RefundId;
import io.portolan.domain.ledger.AccountBalance;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.Journal;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.ledger.PostedEntry;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.PaymentEvent;
import io.portolan.domain.payment.PaymentFilter;
import io.portolan.domain.payment.Payments;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** What is recorded, as a worker reaches it: payments, decisions and the book, with the promises of a database. */
final class RecordedStore {
    private RecordedStore() {}

    private static UnsupportedOperationException notAsked() {
        return new UnsupportedOperationException("no worker asks for this");
    }

    /** The one payment. A change is alone on it. */
    static class OfPayments implements Payments {
        final Execution execution;

        OfPayments(Execution execution) {
            this.execution = execution;
        }

        @Override
        public Optional<Payment> find(PaymentId id) {
            return Optional.of(execution.call(Call.Kind.FIND, execution.situation()::payment, payment -> payment));
        }

        @Override
        public PaymentChange change(PaymentId id, Function<Payment, PaymentChange> decision) {
            Situation situation = execution.situation();
            return write(() -> decision.apply(situation.payment()));
        }

        PaymentChange write(Supplier<PaymentChange> made) {
            return execution.call(
                    Call.Kind.CHANGE,
                    () -> execution.situation().write(made.get()),
                    change -> List.of(execution.situation().tokens.of(change.payment()), change.isNone()));
        }

        @Override
        public void add(PaymentChange accepted) {
            throw notAsked();
        }

        @Override
        public Optional<Payment> findByRefund(RefundId refund) {
            throw notAsked();
        }

        @Override
        public List<Payment> list(PaymentFilter filter) {
            throw notAsked();
        }

        @Override
        public List<PaymentEvent> listEvents(PaymentId id, String after, int limit) {
            throw notAsked();
        }

        @Override
        public List<Payment> listNeedingAttention(Instant now, Duration timeLimit) {
            throw notAsked();
        }

        @Override
        public List<PaymentId> listOpen(String after, int limit) {
            throw notAsked();
        }

        @Override
        public List<PaymentId> listAwaitingSettlement(String after, int limit) {
            throw notAsked();
        }

        @Override
        public List<PaymentId> listOverdue(Instant before, int limit) {
            throw notAsked();
        }

        @Override
        public List<Changed> listChangedSince(Instant since, int limit) {
            throw notAsked();
        }
    }

    /** The payment's decisions. */
    static class OfDecisions implements Decisions {
        final Execution execution;

        OfDecisions(Execution execution) {
            this.execution = execution;
        }

        @Override
        public Optional<RecordedDecision> find(PaymentId payment, String id) {
            return execution.situation().database.decisions().stream()
                    .filter(each -> each.decision().header().id().equals(id))
                    .findFirst();
        }

        @Override
        public List<RecordedDecision> listApproved(PaymentId payment) {
            return execution.call(
                    Call.Kind.DECISIONS,
                    () -> execution.situation().database.decisions().stream()
                            .filter(each -> each.status() == DecisionStatus.APPROVED)
                            .toList(),
                    approved -> approved);
        }

        @Override
        public RecordedDecision add(RecordedDecision decision) {
            throw notAsked();
        }

        @Override
        public List<RecordedDecision> of(PaymentId payment) {
            throw notAsked();
        }

        @Override
        public List<RecordedDecision> listProposed() {
            throw notAsked();
        }

        @Override
        public List<PaymentId> listAwaitingEffect(int limit) {
            throw notAsked();
        }

        @Override
        public boolean approve(PaymentId payment, String id, Approval approval) {
            throw notAsked();
        }

        @Override
        public boolean end(PaymentId payment, String id, Ending ending) {
            throw notAsked();
        }
    }

    /** The book, of which no account is ever closed here. */
    static final class OfJournal implements Journal {
        private final Execution execution;

        OfJournal(Execution execution) {
            this.execution = execution;
        }

        @Override
        public List<AccountBalance> balances() {
            return execution.situation().database.balances().entrySet().stream()
                    .map(each -> new AccountBalance(each.getKey(), each.getValue(), 1))
                    .toList();
        }

        @Override
        public Set<AccountId> closedTo(Collection<AccountId> accounts) {
            return Set.of();
        }

        @Override
        public void post(List<JournalEntry> entries) {
            throw notAsked();
        }

        @Override
        public List<PostedEntry> entriesOf(PaymentId payment) {
            throw notAsked();
        }
    }
}
