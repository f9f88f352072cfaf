package io.portolan.simulators.bank.domestic;

import io.portolan.simulators.account.Accounts;
import io.portolan.simulators.instruction.Counterparty;
import io.portolan.simulators.instruction.Kind;
import io.portolan.simulators.instruction.Rejection;
import io.portolan.simulators.instruction.lifecycle.IntendedOutcome;
import io.portolan.simulators.instruction.lifecycle.Repositories;
import io.portolan.simulators.store.Sql;
import java.util.Optional;

/** What the domestic bank refuses for good, magic or not. */
final class DomesticRules {

    private static final long MAX_MINOR_UNITS = 1_000_000_000_000L;

    private final Repositories repositories;

    DomesticRules(Repositories books) {
        this.repositories = books;
    }

    IntendedOutcome decide(Sql sql, DomesticOrder order) {
        var magic = DomesticScenarios.decide(order);
        return magic instanceof IntendedOutcome.ImmediateRejection
                ? magic
                : findRejection(sql, order)
                        .<IntendedOutcome>map(IntendedOutcome.ImmediateRejection::new)
                        .orElse(magic);
    }

    private Optional<Rejection> findRejection(Sql sql, DomesticOrder order) {
        var currency = order.money().currency();
        boolean known = Accounts.isCustomerAccount(order.customerAccount(), "B", currency)
                && (order.kind() != Kind.TRANSFER
                        || Accounts.isCustomerAccount(order.creditor().account(), "D", currency));
        if (!known) {
            return Optional.of(new Rejection("ACCOUNT_UNKNOWN", "no such account in " + currency));
        }
        if (order.money().minorUnits() > MAX_MINOR_UNITS) {
            return Optional.of(new Rejection("LIMIT_EXCEEDED", "larger than any single order may be"));
        }
        if (order.kind() == Kind.REFUND && order.money().minorUnits() > refundable(sql, order)) {
            return Optional.of(new Rejection("REFUND_EXCEEDS_COLLECTION", "more than is left of what was collected"));
        }
        return repositories
                        .accounts()
                        .isCovered(sql, order.toInstructionRequest().transfers().getFirst())
                ? Optional.empty()
                : Optional.of(order.kind().insufficientFunds());
    }

    /** What was collected under the original key, less all refunds of it that may still succeed. */
    private long refundable(Sql sql, DomesticOrder refund) {
        long collected = repositories
                .instructions()
                .find(sql, Counterparty.DOMESTIC_BANK, refund.originalOrderNo())
                .filter(original -> original.request().kind() == Kind.COLLECTION)
                .filter(original -> original.state().whenBooked().isPresent())
                .map(original -> original.money())
                .filter(money -> money.currency() == refund.money().currency())
                .map(money -> money.minorUnits())
                .orElse(0L);
        return collected - repositories.instructions().totalNotRejected(sql, Kind.REFUND, refund.originalOrderNo());
    }
}
