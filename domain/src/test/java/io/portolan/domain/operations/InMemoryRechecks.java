package io.portolan.domain.operations;

import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.operations.Recheck.Cause;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.Payments.Changed;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rechecks kept in memory, of payments that are. */
public final class InMemoryRechecks implements Rechecks {
    private static final Comparator<Changed> ORDER = Comparator.comparing(Changed::updatedAt)
            .thenComparing(changed -> changed.payment().value());

    private final InMemoryPayments payments;
    private final Map<Id, Optional<Recheck>> rechecks = new LinkedHashMap<>();
    private Optional<Changed> lookedAt = Optional.empty();

    private record Id(InstructionKey key, Cause cause) {
        static Id of(Recheck recheck) {
            return new Id(recheck.key(), recheck.cause());
        }
    }

    public InMemoryRechecks(InMemoryPayments payments) {
        this.payments = payments;
    }

    @Override
    public synchronized int addEnded(Instant before, int limit) {
        List<Changed> page = payments.listChangedSince(Instant.EPOCH, Integer.MAX_VALUE).stream()
                .filter(changed -> changed.updatedAt().isBefore(before))
                .filter(changed -> lookedAt.isEmpty() || ORDER.compare(changed, lookedAt.get()) > 0)
                .sorted(ORDER)
                .limit(limit)
                .toList();
        page.forEach(this::addEnded);
        lookedAt = page.isEmpty() ? lookedAt : Optional.of(page.getLast());
        return page.size();
    }

    @Override
    public synchronized void addCallback(InstructionKey key, Instant at) {
        Recheck callback = Recheck.first(key, Cause.CALLBACK, at);
        rechecks.merge(Id.of(callback), Optional.of(callback), InMemoryRechecks::again);
    }

    /** Another callback never comes later than the one that waits, and is told from it by its time. */
    private static Optional<Recheck> again(Optional<Recheck> known, Optional<Recheck> added) {
        Recheck callback = added.orElseThrow();
        Instant dueAt = known.map(Recheck::dueAt)
                .filter(due -> due.isBefore(callback.dueAt()))
                .orElse(callback.dueAt());
        return Optional.of(new Recheck(callback.key(), callback.cause(), callback.endedAt(), 0, 0, dueAt));
    }

    @Override
    public synchronized List<Recheck> listDue(Instant now, int limit) {
        return rechecks.values().stream()
                .flatMap(Optional::stream)
                .filter(recheck -> !recheck.dueAt().isAfter(now))
                .sorted(Comparator.comparing(Recheck::dueAt))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized boolean replace(Recheck done, Recheck next) {
        return rechecks.replace(Id.of(done), Optional.of(done), Optional.of(next));
    }

    @Override
    public synchronized boolean end(Recheck done) {
        return rechecks.replace(Id.of(done), Optional.of(done), Optional.empty());
    }

    private void addEnded(Changed changed) {
        payments.get(changed.payment())
                .state()
                .instructions()
                .forEach(instruction -> Cause.of(instruction)
                        .map(cause -> Recheck.first(instruction.key(), cause, changed.updatedAt()))
                        .ifPresent(first -> rechecks.putIfAbsent(Id.of(first), Optional.of(first))));
    }
}
