package io.portolan.simulators.bank.international;

import io.portolan.simulators.account.Accounts;
import io.portolan.simulators.instruction.Rejection;
import io.portolan.simulators.instruction.lifecycle.IntendedOutcome;
import io.portolan.simulators.store.Sql;
import java.util.Optional;

/** The international bank's rules for a payout: rejected at once, or what its scenario says. */
final class PayoutRules {

    private final Accounts accounts;

    PayoutRules(Accounts accounts) {
        this.accounts = accounts;
    }

    IntendedOutcome decide(Sql sql, Payout payout) {
        return findRejection(sql, payout)
                .<IntendedOutcome>map(IntendedOutcome.ImmediateRejection::new)
                .orElseGet(() -> PayoutScenarios.decide(payout.creditor().account()));
    }

    private Optional<Rejection> findRejection(Sql sql, Payout payout) {
        if (!Accounts.isCustomerAccount(
                payout.debtorAccount(), "D", payout.money().currency())) {
            return rejection("AG01", "not your account, or not in this currency");
        }
        if (!payout.creditor().hasValidBank()) {
            return rejection("RC01", "the creditor's bank code is invalid");
        }
        if (!payout.creditor().hasValidAccount()) {
            return rejection("AC01", "the creditor's account number is invalid");
        }
        if (!payout.creditor().address().isStructured()) {
            return rejection("BE04", "the creditor's address must be structured, with town and country");
        }
        if (PayoutScenarios.decide(payout.creditor().account())
                instanceof IntendedOutcome.ImmediateRejection(var reason)) {
            return Optional.of(reason);
        }
        var request = payout.toInstructionRequest();
        return accounts.isCovered(sql, request.transfers().getFirst())
                ? Optional.empty()
                : Optional.of(request.kind().insufficientFunds());
    }

    private static Optional<Rejection> rejection(String code, String message) {
        return Optional.of(new Rejection(code, message));
    }
}
