package io.portolan.db.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Divides the book into pages: events by position, postings by accounts or, where one account has many, by sequence. */
final class Pages {
    private final DSLContext sql;
    private final long eventsPerPage;
    private final long postingsPerPage;
    private @Nullable List<PostingPage> groups;
    private long postings;

    Pages(DSLContext sql, long eventsPerPage, long postingsPerPage) {
        this.sql = sql;
        this.eventsPerPage = eventsPerPage;
        this.postingsPerPage = postingsPerPage;
    }

    /**
     * Postings of all accounts from the first to the last one.
     *
     * @param before the sequence before the page
     * @param last the page's last one
     */
    record PostingPage(String firstAccount, String lastAccount, long before, long last, long size) {}

    /** How many postings there are. */
    long postings() {
        groups();
        return postings;
    }

    /** Calls with the position before each page, and the page's last. */
    void forEachEventPage(BiConsumer<Long, Long> page) {
        Long before = 0L;
        for (Long last = pageEnd(before); last != null; last = pageEnd(before)) {
            page.accept(before, last);
            before = last;
        }
    }

    /** Calls with the first and last account of each page. */
    void forEachAccountPage(BiConsumer<String, String> page) {
        groups().forEach(group -> page.accept(group.firstAccount, group.lastAccount));
    }

    void forEachPostingPage(Consumer<PostingPage> page) {
        for (PostingPage group : groups()) {
            if (group.size <= postingsPerPage) {
                page.accept(group);
            } else {
                forEachPageOf(group.firstAccount, page);
            }
        }
    }

    private void forEachPageOf(String account, Consumer<PostingPage> page) {
        Long before = 0L;
        for (Long last = pageEnd(account, before); last != null; last = pageEnd(account, before)) {
            page.accept(new PostingPage(account, account, before, last, postingsPerPage));
            before = last;
        }
    }

    private @Nullable Long pageEnd(long before) {
        return sql.fetchSingle(EventStatements.PAGE_END, before, before + eventsPerPage, before)
                .get(0, Long.class);
    }

    private @Nullable Long pageEnd(String account, long before) {
        return sql.fetchSingle(PostingStatements.PAGE_END, account, before, before + postingsPerPage, account, before)
                .get(0, Long.class);
    }

    /** Accounts that together fill one page, or one account that needs several. */
    private List<PostingPage> groups() {
        List<PostingPage> known = groups;
        if (known != null) {
            return known;
        }
        List<PostingPage> found = new ArrayList<>();
        for (Record account : sql.fetch(PostingStatements.ACCOUNTS)) {
            String code = account.get(0, String.class);
            long size = account.get(1, Long.class);
            postings += size;
            PostingPage group = found.isEmpty() ? null : found.getLast();
            if (group == null || group.size + size > postingsPerPage) {
                found.add(new PostingPage(code, code, 0, Long.MAX_VALUE, size));
            } else {
                found.set(
                        found.size() - 1,
                        new PostingPage(group.firstAccount, code, 0, Long.MAX_VALUE, group.size + size));
            }
        }
        groups = found;
        return found;
    }
}
