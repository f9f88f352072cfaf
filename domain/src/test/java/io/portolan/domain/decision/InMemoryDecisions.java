package io.portolan.domain.decision;

import io.portolan.domain.decision.RecordedDecision.Approval;
import io.portolan.domain.decision.RecordedDecision.Ending;
import io.portolan.domain.ids.PaymentId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Decisions kept in memory, with the promises of a database: each id once, and no checker who is the maker. */
public final class InMemoryDecisions implements Decisions {
    private final Map<String, RecordedDecision> decisions = new LinkedHashMap<>();

    @Override
    public synchronized RecordedDecision add(RecordedDecision decision) {
        RecordedDecision known =
                decisions.putIfAbsent(decision.decision().header().id(), decision);
        if (known != null && !decision.decision().isRepeatOf(known.decision())) {
            throw new DecisionIdUsed(decision.decision().header().id());
        }
        return known == null ? decision : known;
    }

    @Override
    public synchronized Optional<RecordedDecision> find(PaymentId payment, String id) {
        return Optional.ofNullable(decisions.get(id)).filter(isOf(payment));
    }

    @Override
    public synchronized List<RecordedDecision> of(PaymentId payment) {
        return decisions.values().stream().filter(isOf(payment)).toList();
    }

    @Override
    public synchronized List<RecordedDecision> listApproved(PaymentId payment) {
        return decisions.values().stream()
                .filter(isOf(payment).and(is(DecisionStatus.APPROVED)))
                .toList();
    }

    @Override
    public synchronized List<RecordedDecision> listProposed() {
        return decisions.values().stream()
                .filter(is(DecisionStatus.PROPOSED))
                .limit(200)
                .toList();
    }

    @Override
    public synchronized List<PaymentId> listAwaitingEffect(int limit) {
        return decisions.values().stream()
                .filter(is(DecisionStatus.APPROVED))
                .map(decision -> decision.decision().header().payment())
                .distinct()
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized boolean approve(PaymentId payment, String id, Approval approval) {
        return change(payment, id, is(DecisionStatus.PROPOSED), proposed -> {
            if (proposed.decision().header().maker().equals(approval.checker())) {
                throw new IllegalArgumentException("the checker is the maker");
            }
            return new RecordedDecision(
                    proposed.decision(), DecisionStatus.APPROVED, proposed.lapsesAt(), approval, null);
        });
    }

    @Override
    public synchronized boolean end(PaymentId payment, String id, Ending ending) {
        return change(
                payment,
                id,
                decision -> !decision.status().isFinal(),
                open -> new RecordedDecision(
                        open.decision(), ending.status(), open.lapsesAt(), open.approval(), ending));
    }

    private boolean change(
            PaymentId payment, String id, Predicate<RecordedDecision> may, UnaryOperator<RecordedDecision> change) {
        Optional<RecordedDecision> found = find(payment, id).filter(may);
        found.ifPresent(decision -> decisions.put(id, change.apply(decision)));
        return found.isPresent();
    }

    private static Predicate<RecordedDecision> isOf(PaymentId payment) {
        return decision -> decision.decision().header().payment().equals(payment);
    }

    private static Predicate<RecordedDecision> is(DecisionStatus status) {
        return decision -> decision.status() == status;
    }
}
