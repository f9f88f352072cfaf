package io.portolan.simulators.bank.international;

import io.portolan.simulators.account.Accounts;
import io.portolan.simulators.instruction.Plan;
import io.portolan.simulators.instruction.Rejection;
import io.portolan.simulators.store.Sql;
import java.util.Optional;

/** What the international bank refuses for good, magic or not. */
final class PayoutRules {

    private final Accounts accounts;

    PayoutRules(Accounts accounts) {
        this.accounts = accounts;
    }

    Plan plan(Sql sql, Payout payout) {
        return refusal(sql, payout)
                .<Plan>map(Plan.Refuse::new)
                .orElseGet(() -> PayoutMagic.plan(payout.creditor().account()));
    }

    private Optional<Rejection> refusal(Sql sql, Payout payout) {
        if (!Accounts.isCustomer(payout.debtorAccount(), "D", payout.money().currency())) {
            return refused("AG01", "not an account of yours in this currency");
        }
        if (!payout.creditor().hasBank()) {
            return refused("RC01", "the creditor's bank code is wrong");
        }
        if (!payout.creditor().hasAccount()) {
            return refused("AC01", "the creditor's account number is wrong");
        }
        if (!payout.creditor().address().isStructured()) {
            return refused("BE04", "the creditor's address must be structured, with town and country");
        }
        if (PayoutMagic.plan(payout.creditor().account()) instanceof Plan.Refuse(var reason)) {
            return Optional.of(reason);
        }
        var draft = payout.draft();
        return accounts.isCovered(sql, draft.movements().getFirst())
                ? Optional.empty()
                : Optional.of(draft.kind().notCovered());
    }

    private static Optional<Rejection> refused(String code, String message) {
        return Optional.of(new Rejection(code, message));
    }
}
