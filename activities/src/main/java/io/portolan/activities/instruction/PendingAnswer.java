package io.portolan.activities.instruction;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInfo;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;

/** How an activity says that it has to be called again: a failure that is none, with the time to wait. */
public final class PendingAnswer {
    private static final String TYPE = "StillPending";
    /** So long before its end, the window is asked about for the last time. */
    private static final Duration LAST_CALL = Duration.ofSeconds(2);

    private PendingAnswer() {}

    /** The failure with which to say so, from within an activity. */
    public static ApplicationFailure failure(String detail, PollingSchedule schedule) {
        ActivityInfo info = Activity.getExecutionContext().getInfo();
        return ApplicationFailure.newBuilder()
                .setType(TYPE)
                .setMessage(detail)
                .setCategory(ApplicationErrorCategory.BENIGN)
                .setNextRetryDelay(delay(schedule.waitAfter(info.getAttempt()), left(info)))
                .build();
    }

    /** A wait that would outlast the window is cut, or the workflow service would close the window now, and nobody would ask at its end. */
    static Duration delay(Duration wait, Duration left) {
        Duration untilLastCall = left.minus(LAST_CALL);
        boolean outlasts = wait.compareTo(untilLastCall) > 0;
        return outlasts && untilLastCall.isPositive() ? untilLastCall : wait;
    }

    /** By the workflow service's own times: its clock is not ours. */
    private static Duration left(ActivityInfo info) {
        Duration spent = Duration.ofMillis(info.getCurrentAttemptScheduledTimestamp() - info.getScheduledTimestamp());
        return info.getScheduleToCloseTimeout().minus(spent);
    }
}
