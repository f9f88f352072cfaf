package io.portolan.workflows.payment;

import io.temporal.activity.ActivityInterface;

/**
 * What drives a payment, written to the database. Every activity is safe to call again, at the same time or after a crash anywhere: it goes on from what is recorded.
 */
@ActivityInterface(namePrefix = "Payment")
public interface PaymentActivities {
    /**
     * Does what is to be done next: carries out decisions, makes plans, and runs a movement until it has ended or its first answers are in.
     */
    Advance advance(String payment);

    /**
     * Asks about an instruction, now and then, until it is decided.
     *
     * @throws io.temporal.failure.ApplicationFailure while it is not: benign, with the time after which to call again
     */
    void awaitAnswer(String payment, String instruction);

    /**
     * Carries out a decision that stands in the database as approved, or refuses it; either is recorded there with the decision. A decision that has ended is left alone.
     */
    void carryOut(String payment, String decision);
}
