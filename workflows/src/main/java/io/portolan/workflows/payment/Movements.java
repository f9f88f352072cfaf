package io.portolan.workflows.payment;

import io.portolan.domain.ids.Step;
import io.portolan.workflows.legs.CollectionActivities;
import io.portolan.workflows.legs.ConversionActivities;
import io.portolan.workflows.legs.PayoutActivities;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** The movements of a payment: the three that go forward, and the two that undo. */
record Movements(Movement collection, Movement conversion, Movement payout, Movement reversal, Movement refund) {
    /** Our own faults are retried for ever, so that a repaired database or a deployed fix is all that a payment needs. */
    private static final RetryOptions FOR_EVER = RetryOptions.newBuilder()
            .setInitialInterval(Duration.ofSeconds(1))
            .setBackoffCoefficient(2)
            .setMaximumInterval(Duration.ofSeconds(30))
            .build();

    static Movements within(Duration legTimeout) {
        ActivityOptions options = options(legTimeout);
        var collection = Workflow.newActivityStub(CollectionActivities.class, options);
        var conversion = Workflow.newActivityStub(ConversionActivities.class, options);
        var payout = Workflow.newActivityStub(PayoutActivities.class, options);
        return new Movements(
                new Movement(Step.COLLECTION, collection::collect, wait -> collection(wait)::awaitCollection),
                new Movement(Step.CONVERSION, conversion::convert, wait -> conversion(wait)::awaitConversion),
                new Movement(Step.PAYOUT, payout::payOut, wait -> payout(wait)::awaitPayout),
                new Movement(Step.REVERSAL, conversion::reverse, wait -> conversion(wait)::awaitReversal),
                new Movement(Step.REFUND, collection::refund, wait -> collection(wait)::awaitRefund));
    }

    static ActivityOptions options(Duration timeout) {
        return ActivityOptions.newBuilder()
                .setStartToCloseTimeout(timeout)
                .setRetryOptions(FOR_EVER)
                .build();
    }

    private static CollectionActivities collection(ActivityOptions options) {
        return Workflow.newActivityStub(CollectionActivities.class, options);
    }

    private static ConversionActivities conversion(ActivityOptions options) {
        return Workflow.newActivityStub(ConversionActivities.class, options);
    }

    private static PayoutActivities payout(ActivityOptions options) {
        return Workflow.newActivityStub(PayoutActivities.class, options);
    }
}
