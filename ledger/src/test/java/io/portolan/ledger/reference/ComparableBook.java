package io.portolan.ledger.reference;

import io.portolan.ledger.book.Account;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.book.Hold;
import io.portolan.ledger.book.PaymentBalance;
import io.portolan.ledger.event.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A book's content, to be compared: how its maps are balanced depends on the order in which they were filled. A payment without a balance has zero. */
record ComparableBook(
        long position,
        Instant at,
        @Nullable LocalDate businessDate,
        String hash,
        List<Account> accounts,
        List<PaymentBalance> paymentBalances,
        List<Hold> holds,
        List<Event> requests) {
    static ComparableBook of(Book book) {
        return new ComparableBook(
                book.position(),
                book.recordedAt(),
                book.businessDate(),
                book.hash(),
                book.accounts().values(),
                book.withoutEmptyPaymentBalances().paymentBalances().values(),
                book.holds().values(),
                book.requests().values());
    }
}
