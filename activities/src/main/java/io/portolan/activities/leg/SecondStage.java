package io.portolan.activities.leg;

import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;

/** How an activity says that it has to be called again: a failure that is none, with the time to wait. */
final class SecondStage {
    private static final String STILL_OPEN = "StillOpen";

    private SecondStage() {}

    static ApplicationFailure stillOpen(String detail, Pacing pacing) {
        int attempt = Activity.getExecutionContext().getInfo().getAttempt();
        return ApplicationFailure.newBuilder()
                .setType(STILL_OPEN)
                .setMessage(detail)
                .setCategory(ApplicationErrorCategory.BENIGN)
                .setNextRetryDelay(pacing.waitAfter(attempt))
                .build();
    }
}
