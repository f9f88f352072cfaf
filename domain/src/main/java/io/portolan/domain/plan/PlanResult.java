package io.portolan.domain.plan;

import io.portolan.domain.bank.Reason;

/** Whether the unwind of a payment may run. */
public sealed interface PlanResult {
    /** The plan is priced and stored. */
    record Planned() implements PlanResult {}

    /** The dealer will not buy the currency back, for this reason; nothing is stored. */
    record Declined(Reason reason) implements PlanResult {}

    /** A step forward was instructed whose outcome has to be known first. */
    record StepOpen() implements PlanResult {}
}
