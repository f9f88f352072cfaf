package io.portolan.domain.operations;

import io.portolan.domain.bank.NostroAccount;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Cursors kept in memory. */
public final class InMemoryStatementCursors implements StatementCursors {
    private final Map<NostroAccount, LocalDate> dates = new ConcurrentHashMap<>();

    @Override
    public Optional<LocalDate> readThrough(NostroAccount account) {
        return Optional.ofNullable(dates.get(account));
    }

    @Override
    public void advance(NostroAccount account, LocalDate readThrough) {
        dates.merge(account, readThrough, (known, read) -> read.isAfter(known) ? read : known);
    }
}
