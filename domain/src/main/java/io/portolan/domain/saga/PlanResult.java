package io.portolan.domain.saga;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.plan.Plan;

/** Whether a plan may run. */
public sealed interface PlanResult {
    /** The plan is stored; or the payment has ended instead, since no plan could help it. */
    record Planned() implements PlanResult {}

    /** The plan is stored for a person to look at. */
    record Proposed(Plan plan) implements PlanResult {}

    /** No dealer offers a rate, or there is nothing that may be unwound, for this reason; nothing is stored. */
    record Declined(Reason reason) implements PlanResult {}

    /** The payment has moved on meanwhile, or an instruction is open whose outcome has to be known first; nothing is stored. */
    record StepOpen() implements PlanResult {}
}
