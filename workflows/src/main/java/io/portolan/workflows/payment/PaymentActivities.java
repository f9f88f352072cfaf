package io.portolan.workflows.payment;

import io.portolan.domain.bank.LegOutcome;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.identity.Step;
import io.portolan.domain.operations.OperatorAction.Kind;
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
    Duration parkFor(String payment, Step step, Reason reason, Duration longest);

    /** Records what a person decided, by the decision's id. */
    void record(String payment, Kind kind, Decision decision);

    /** Fixes the key of a new attempt, if the last one is proven not executed. */
    void grantRetry(String payment, Step step);

    /** Writes a person's finding about the undecided instruction of this leg into the books. */
    void resolve(String payment, Step step, Resolution resolution);

    /**
     * Prices the undo and stores its plan; once only, save that a reversal whose rate has lapsed is priced again and gets a new attempt.
     *
     * @return Accepted with the plan stored; Rejected if the dealer will not buy the currency back; Unknown if something has been instructed
     *     meanwhile whose outcome has to be known first
     */
    LegOutcome planUnwind(String payment, Reason reason);

    /** Ends a payment for which nothing has moved: cancelled if that was asked for, otherwise failed. */
    Ending conclude(String payment, Reason reason);

    /**
     * Records that the merchant or buyer withdraws.
     *
     * @return false if it is too late for that, because a payout was instructed or the payment turns back already
     */
    boolean requestCancel(String payment, Decision decision);
}
