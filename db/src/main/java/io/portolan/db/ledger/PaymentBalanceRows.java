package io.portolan.db.ledger;

import static io.portolan.db.generated.Tables.BOOK_PAYMENT_BALANCE;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.or;

import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountId;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.book.PaymentBalance;
import io.portolan.ledger.book.PostingRow;
import io.portolan.ledger.command.CommandResult;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The rows of payment balances, as a batch loads and replaces them. A balance of zero has no row, so that the table is as large as the payments in progress and
 * not as the history.
 */
final class PaymentBalanceRows {
    private final List<PaymentBalance.Key> replaced;
    private final BulkInsert inserted;

    /** @param before the book with the balances that are stored */
    PaymentBalanceRows(Book before, CommandResult.Applied applied) {
        Set<PaymentBalance.Key> changed = changedBy(applied);
        replaced = changed.stream()
                .filter(key -> before.paymentBalance(key).balance() != 0)
                .toList();
        inserted = new BulkInsert(BOOK_PAYMENT_BALANCE, 0);
        for (PaymentBalance.Key key : changed) {
            long balance = applied.book().paymentBalance(key).balance();
            if (balance != 0) {
                inserted.startRow()
                        .literal(key.account().code())
                        .literal(key.paymentText())
                        .number(balance);
            }
        }
    }

    /** This book with these balances as they are stored: zero is loaded, too, as a change of it by a batch that commits meanwhile is not visible yet. */
    static Book load(DSLContext sql, Book book, Collection<PaymentBalance.Key> keys) {
        Map<PaymentBalance.Key, Long> stored = new HashMap<>();
        if (!keys.isEmpty()) {
            sql.selectFrom(BOOK_PAYMENT_BALANCE)
                    .where(isOneOf(keys))
                    .forEach(row -> stored.put(
                            new PaymentBalance.Key(row.getAccountCode(), payment(row.getPaymentId())),
                            row.getBalance()));
        }
        Book loaded = book;
        for (PaymentBalance.Key key : keys) {
            loaded = loaded.with(new PaymentBalance(key, stored.getOrDefault(key, 0L)));
        }
        return loaded;
    }

    /** @throws IllegalStateException if what is stored is not what was loaded */
    void write(DSLContext sql) {
        if (!replaced.isEmpty()) {
            int deleted = sql.deleteFrom(BOOK_PAYMENT_BALANCE)
                    .where(isOneOf(replaced))
                    .execute();
            if (deleted != replaced.size()) {
                throw new IllegalStateException(
                        "the book has %d of %d payment balances that were loaded".formatted(deleted, replaced.size()));
            }
        }
        inserted.execute(sql);
    }

    /** Account by account, which both servers look up in the primary key. */
    private static Condition isOneOf(Collection<PaymentBalance.Key> keys) {
        Map<AccountId, Set<String>> paymentsByAccount = keys.stream()
                .collect(groupingBy(PaymentBalance.Key::account, mapping(PaymentBalance.Key::paymentText, toSet())));
        return or(paymentsByAccount.entrySet().stream()
                .map(each -> BOOK_PAYMENT_BALANCE
                        .ACCOUNT_CODE
                        .eq(each.getKey())
                        .and(BOOK_PAYMENT_BALANCE.PAYMENT_ID.in(each.getValue())))
                .toList());
    }

    private static Set<PaymentBalance.Key> changedBy(CommandResult.Applied applied) {
        Map<Long, PaymentId> payments = paymentsByPosition(applied);
        Set<PaymentBalance.Key> changed = new LinkedHashSet<>();
        for (PostingRow posting : applied.postings()) {
            if (posting.amount() != 0 && posting.account().kind().holdsCustomerMoney()) {
                changed.add(new PaymentBalance.Key(posting.account(), payments.get(posting.position())));
            }
        }
        return changed;
    }

    private static Map<Long, PaymentId> paymentsByPosition(CommandResult.Applied applied) {
        Map<Long, PaymentId> payments = new HashMap<>();
        applied.events().stream()
                .filter(event -> event.payment() != null)
                .forEach(event -> payments.put(event.position(), event.payment()));
        return payments;
    }

    private static @Nullable PaymentId payment(String text) {
        return text.isEmpty() ? null : new PaymentId(text);
    }
}
