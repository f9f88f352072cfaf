package io.portolan.workflows.payment;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.ids.Step;
import io.portolan.domain.operations.Decision;
import io.portolan.domain.plan.PlanResult;
import io.temporal.activity.ActivityInterface;
import java.time.Duration;

/** What is decided about a payment as a whole, written to the database. Every activity is safe to call again: it finds its own work done. */
@ActivityInterface(namePrefix = "Payment")
public interface PaymentActivities {
    /** Hands the payment to a person, for as long as it takes. */
    void park(String payment, Step step, Reason reason);

    /**
     * Hands the payment to a person for so long at most.
     *
     * @return what is left of that time: less than asked for if the payment has been parked for this before
     */
    Duration parkUntilDeadline(String payment, Step step, Reason reason, Duration longest);

    /** Records what a person decided, by the decision's id. */
    void recordDecision(Decision decision);

    /** Fixes the key of a new attempt, if the last one is proven not executed. */
    void beginNextAttempt(String payment, Step step);

    /** Records that evidence proves the undecided instruction of this movement executed. */
    void recordExecuted(Step step, Decision.ResolveExecuted decision);

    /** Records that evidence proves the undecided instruction of this movement not executed. */
    void recordNotExecuted(Step step, Decision.ResolveNotExecuted decision);

    /**
     * Prices the unwind and stores its plan; once only, save that a reversal whose rate has lapsed is priced again and gets a new attempt.
     */
    PlanResult planUnwind(String payment, Reason reason);

    /** Ends a payment for which nothing has moved: cancelled if that was asked for, otherwise failed. */
    Result conclude(String payment, Reason reason);

    /**
     * Records that the merchant, the buyer or an operator cancels the payment.
     *
     * @return false if it is too late for that, because a payout was instructed or the payment is already being unwound
     */
    boolean recordCancellation(Decision.Cancel decision);
}
