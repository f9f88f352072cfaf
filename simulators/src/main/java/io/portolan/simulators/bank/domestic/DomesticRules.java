package io.portolan.simulators.bank.domestic;

import io.portolan.simulators.account.Accounts;
import io.portolan.simulators.instruction.Counterparty;
import io.portolan.simulators.instruction.Kind;
import io.portolan.simulators.instruction.Rejection;
import io.portolan.simulators.instruction.lifecycle.IntendedOutcome;
import io.portolan.simulators.instruction.lifecycle.Repositories;
import io.portolan.simulators.store.Sql;
import java.util.Optional;

/** The domestic bank's rules for an order: rejected at once, or what its scenario says. */
final class DomesticRules {

    private static final long MAX_MINOR_UNITS = 1_000_000_000_000L;

    private final Repositories repositories;

    DomesticRules(Repositories repositories) {
        this.repositories = repositories;
    }

    IntendedOutcome decide(Sql sql, DomesticOrder order) {
        var intended = DomesticScenarios.decide(order);
        return intended instanceof IntendedOutcome.ImmediateRejection
                ? intended
                : findRejection(sql, order)
                        .<IntendedOutcome>map(IntendedOutcome.ImmediateRejection::new)
                        .orElse(intended);
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
            return Optional.of(new Rejection("LIMIT_EXCEEDED", "over the limit for a single order"));
        }
        if (order.kind() == Kind.REFUND && order.money().minorUnits() > refundable(sql, order)) {
            return Optional.of(
                    new Rejection("REFUND_EXCEEDS_COLLECTION", "more than the unrefunded part of the collection"));
        }
        if (!repositories
                .accounts()
                .isCovered(sql, order.toInstructionRequest().transfers().getFirst())) {
            return Optional.of(order.kind().insufficientFunds());
        }
        return DomesticScenarios.isRejectedFirst(order)
                        && repositories.oneTimeScenarios().addIfNew(sql, "REFUND-0015", order.originalOrderNo())
                ? Optional.of(DomesticScenarios.CLOSED)
                : Optional.empty();
    }

    /** The booked collection under the original key, less all its refunds that are not rejected. */
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
