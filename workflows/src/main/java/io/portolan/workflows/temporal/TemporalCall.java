package io.portolan.workflows.temporal;

import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import io.portolan.workflows.payment.PaymentWorkflows.DecisionRejected;
import io.portolan.workflows.payment.PaymentWorkflows.WorkflowServiceUnavailable;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One call to the workflow service, with a deadline and with its failures as our exceptions. */
final class TemporalCall {
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("temporal-deadlines").factory());

    private final Duration longest;

    TemporalCall(Duration longest) {
        this.longest = longest;
    }

    /**
     * @throws WorkflowServiceUnavailable if the workflow service does not answer in time
     * @throws DecisionRejected if there is no such workflow, or it says no
     */
    void run(Runnable call) {
        Context.CancellableContext context =
                Context.current().withDeadlineAfter(longest.toMillis(), TimeUnit.MILLISECONDS, watch);
        try (ThreadDeadline _ = ThreadDeadline.after(longest, watch)) {
            context.run(call);
        } catch (StatusRuntimeException | CancellationException e) {
            throw new WorkflowServiceUnavailable(e);
        } catch (WorkflowException e) {
            throw translated(e);
        } finally {
            context.cancel(null);
        }
    }

    private static RuntimeException translated(WorkflowException failure) {
        return switch (failure) {
            case WorkflowUpdateException rejected -> new DecisionRejected(messageOf(rejected));
            case WorkflowNotFoundException _ -> new DecisionRejected("the payment is not in progress");
            default -> new WorkflowServiceUnavailable(failure);
        };
    }

    private static String messageOf(WorkflowUpdateException rejected) {
        return rejected.getCause() instanceof ApplicationFailure failure
                ? failure.getOriginalMessage()
                : "the payment is not in a state for this";
    }
}
