package io.portolan.workflows.payment;

import io.temporal.workflow.Workflow;

/**
 * The changes of the workflow that a running payment can meet: each has a name, a date and an end, and {@code if (Change.X.applies())} at the place that
 * it changes. There is none yet, as nothing has been released: the histories are recorded anew instead.
 */
enum Change {
    ;

    private final String id;

    Change(String id) {
        this.id = id;
    }

    /** Whether this payment takes the new way: it does if it comes here for the first time, and not if it has gone the old way before. */
    boolean applies() {
        return Workflow.getVersion(id, Workflow.DEFAULT_VERSION, 1) == 1;
    }
}
