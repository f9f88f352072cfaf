package io.portolan.simulators.instruction.lifecycle;

import io.portolan.simulators.account.Accounts;
import io.portolan.simulators.callback.Outbox;
import io.portolan.simulators.instruction.Instructions;
import io.portolan.simulators.instruction.OneTimeScenarios;
import io.portolan.simulators.instruction.PayoutReturns;
import io.portolan.simulators.instruction.statement.Statements;

/** The repositories of the simulators' store. */
public record Repositories(
        Accounts accounts,
        Instructions instructions,
        PayoutReturns payoutReturns,
        OneTimeScenarios oneTimeScenarios,
        Statements statements,
        Outbox outbox) {

    public static Repositories create() {
        var accounts = new Accounts();
        return new Repositories(
                accounts,
                new Instructions(),
                new PayoutReturns(accounts),
                new OneTimeScenarios(),
                new Statements(accounts),
                new Outbox());
    }
}
