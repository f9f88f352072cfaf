package io.portolan.simulators.bank.international;

import io.portolan.simulators.account.Accounts;
import io.portolan.simulators.instruction.Kind;
import io.portolan.simulators.instruction.Rejection;
import io.portolan.simulators.instruction.lifecycle.IntendedOutcome;
import io.portolan.simulators.instruction.lifecycle.Repositories;
import io.portolan.simulators.store.Sql;
import java.util.Optional;

/** The international bank's rules for a payout: rejected at once, or what its scenario says. */
final class PayoutRules {

    private final Repositories repositories;

    PayoutRules(Repositories repositories) {
        this.repositories = repositories;
    }

    IntendedOutcome decide(Sql sql, Payout payout) {
        return findMistake(payout)
                .<IntendedOutcome>map(IntendedOutcome.ImmediateRejection::new)
                .orElseGet(() -> decideCorrect(sql, payout));
    }

    private IntendedOutcome decideCorrect(Sql sql, Payout payout) {
        var intended = PayoutScenarios.decide(payout);
        return intended instanceof IntendedOutcome.ImmediateRejection || hasFunds(sql, payout)
                ? intended
                : new IntendedOutcome.ImmediateRejection(Kind.PAYOUT.insufficientFunds());
    }

    private boolean hasFunds(Sql sql, Payout payout) {
        boolean covered = repositories
                .accounts()
                .isCovered(sql, payout.toInstructionRequest().transfers().getFirst());
        boolean reportedShort = covered
                && PayoutScenarios.isShortFirst(payout)
                && repositories
                        .oneTimeScenarios()
                        .addIfNew(sql, "PAYOUT-0016", payout.creditor().account() + " " + payout.remittance());
        return covered && !reportedShort;
    }

    private static Optional<Rejection> findMistake(Payout payout) {
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
        if (Accounts.isCustomerAccountNumber(payout.creditor().account()) && !payout.isTopUpReturn()) {
            return rejection("AC01", "your own account is not at this bank, or not in this currency");
        }
        if (!payout.creditor().address().isStructured()) {
            return rejection("BE04", "the creditor's address must be structured, with town and country");
        }
        return Optional.empty();
    }

    private static Optional<Rejection> rejection(String code, String message) {
        return Optional.of(new Rejection(code, message));
    }
}
