package io.portolan.db.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Cuts the book into pages: events by position, lines by accounts or, where one account has many, by sequence. */
final class Pages {
    private final DSLContext sql;
    private final long eventsAPage;
    private final long linesAPage;
    private @Nullable List<OfLines> groups;
    private long lines;

    Pages(DSLContext sql, long eventsAPage, long linesAPage) {
        this.sql = sql;
        this.eventsAPage = eventsAPage;
        this.linesAPage = linesAPage;
    }

    /**
     * Lines of all accounts from the first to the last one.
     *
     * @param before the sequence before the page
     * @param last the page's last one
     */
    record OfLines(String firstAccount, String lastAccount, long before, long last, long size) {}

    /** How many lines there are. */
    long lines() {
        groups();
        return lines;
    }

    /** Takes the position before each page, and the page's last. */
    void forEachOfEvents(BiConsumer<Long, Long> page) {
        Long before = 0L;
        for (Long last = end(before); last != null; last = end(before)) {
            page.accept(before, last);
            before = last;
        }
    }

    /** Takes each page's first and last account. */
    void forEachOfAccounts(BiConsumer<String, String> page) {
        groups().forEach(group -> page.accept(group.firstAccount, group.lastAccount));
    }

    void forEachOfLines(Consumer<OfLines> page) {
        for (OfLines group : groups()) {
            if (group.size <= linesAPage) {
                page.accept(group);
            } else {
                forEachOfOne(group.firstAccount, page);
            }
        }
    }

    private void forEachOfOne(String account, Consumer<OfLines> page) {
        Long before = 0L;
        for (Long last = end(account, before); last != null; last = end(account, before)) {
            page.accept(new OfLines(account, account, before, last, linesAPage));
            before = last;
        }
    }

    private @Nullable Long end(long before) {
        return sql.fetchSingle(EventStatements.PAGE_END, before, before + eventsAPage, before)
                .get(0, Long.class);
    }

    private @Nullable Long end(String account, long before) {
        return sql.fetchSingle(LineStatements.PAGE_END, account, before, before + linesAPage, account, before)
                .get(0, Long.class);
    }

    /** Whole accounts that together are one page, or one account that is more. */
    private List<OfLines> groups() {
        List<OfLines> known = groups;
        if (known != null) {
            return known;
        }
        List<OfLines> found = new ArrayList<>();
        for (Record account : sql.fetch(LineStatements.ACCOUNTS)) {
            String code = account.get(0, String.class);
            long size = account.get(1, Long.class);
            lines += size;
            OfLines group = found.isEmpty() ? null : found.getLast();
            if (group == null || group.size + size > linesAPage) {
                found.add(new OfLines(code, code, 0, Long.MAX_VALUE, size));
            } else {
                found.set(
                        found.size() - 1, new OfLines(group.firstAccount, code, 0, Long.MAX_VALUE, group.size + size));
            }
        }
        groups = found;
        return found;
    }
}
