package io.portolan.console.payment;

import io.portolan.console.text.Timestamp;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.ledger.PostedEntry;
import io.portolan.domain.ledger.Posting;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One ledger entry, posted or planned, with its lines and its totals by currency. */
record EntryView(
        String narrative, @Nullable Timestamp postedAt, List<PostingView> lines, List<CurrencyTotalView> totals) {

    static EntryView of(PostedEntry posted, Instant now) {
        JournalEntry entry = posted.entry();
        return new EntryView(
                entry.narrative(),
                new Timestamp(posted.postedAt(), now),
                posted.postings().stream().map(PostingView::of).toList(),
                CurrencyTotalView.of(entry.postings()));
    }

    static EntryView ofPlanned(String narrative, List<Posting> postings) {
        return new EntryView(
                narrative, null, postings.stream().map(PostingView::of).toList(), CurrencyTotalView.of(postings));
    }
}
