package io.portolan.workflows.payment;

import io.temporal.workflow.Workflow;

/**
 * The changes of the workflow that a running payment can meet: each has a name, a date and an end, and {@code if (Change.X.applies())} at the place that
 * it changes. There is none yet, as nothing has been released: the histories are recorded anew instead.
 */
enum Change {
    ;

    /** Whether this payment takes the new way: it does if it comes here for the first time, and not if it went the old way before. */
    boolean applies() {
        return Workflow.getVersion(name(), Workflow.DEFAULT_VERSION, 1) == 1;
    }
}
