package io.portolan.operations.returns;

import io.portolan.domain.bank.Statement;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The credits of one account that were explained since this process began, of dates that are read again: none is looked up twice. */
final class ExplainedLines {
    private final Map<LocalDate, Set<Statement.Line>> byDate = new ConcurrentHashMap<>();

    void add(LocalDate date, Statement.Line line) {
        byDate.computeIfAbsent(date, _ -> new HashSet<>()).add(line);
    }

    boolean contains(LocalDate date, Statement.Line line) {
        return byDate.getOrDefault(date, Set.of()).contains(line);
    }

    /** The date is not read again. */
    void forget(LocalDate date) {
        byDate.remove(date);
    }
}
