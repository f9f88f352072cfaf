package io.portolan.simulators.bank.domestic;

import io.portolan.simulators.account.Accounts;
import io.portolan.simulators.callback.Counterparty;
import io.portolan.simulators.instruction.Books;
import io.portolan.simulators.instruction.Kind;
import io.portolan.simulators.instruction.Plan;
import io.portolan.simulators.instruction.Rejection;
import io.portolan.simulators.store.Sql;
import java.util.Optional;

/** What the domestic bank refuses for good, magic or not. */
final class DomesticRules {

    private static final long LARGEST_ORDER = 1_000_000_000_000L;

    private final Books books;

    DomesticRules(Books books) {
        this.books = books;
    }

    Plan plan(Sql sql, Order order) {
        var magic = DomesticMagic.plan(order);
        return magic instanceof Plan.Refuse
                ? magic
                : refusal(sql, order).<Plan>map(Plan.Refuse::new).orElse(magic);
    }

    private Optional<Rejection> refusal(Sql sql, Order order) {
        var currency = order.money().currency();
        boolean known = Accounts.isCustomer(order.ours(), "B", currency)
                && (order.kind() != Kind.TRANSFER
                        || Accounts.isCustomer(order.creditor().account(), "D", currency));
        if (!known) {
            return Optional.of(new Rejection("ACCOUNT_UNKNOWN", "no such account in " + currency));
        }
        if (order.money().minorUnits() > LARGEST_ORDER) {
            return Optional.of(new Rejection("LIMIT_EXCEEDED", "larger than any single order may be"));
        }
        if (order.kind() == Kind.REFUND && order.money().minorUnits() > refundable(sql, order)) {
            return Optional.of(new Rejection("REFUND_EXCEEDS_COLLECTION", "more than is left of what was collected"));
        }
        return books.accounts().isCovered(sql, order.draft().movements().getFirst())
                ? Optional.empty()
                : Optional.of(order.kind().notCovered());
    }

    /** What was collected under the original key, less all refunds of it that may still succeed. */
    private long refundable(Sql sql, Order refund) {
        long collected = books.instructions()
                .find(sql, Counterparty.DOMESTIC_BANK, refund.originalOrderNo())
                .filter(original -> original.draft().kind() == Kind.COLLECTION)
                .filter(original -> original.state().whenBooked().isPresent())
                .map(original -> original.money())
                .filter(money -> money.currency() == refund.money().currency())
                .map(money -> money.minorUnits())
                .orElse(0L);
        return collected - books.instructions().claimed(sql, Kind.REFUND, refund.originalOrderNo());
    }
}
