package io.portolan.workflows.engine;

import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import io.portolan.workflows.payment.PaymentWorkflows.ActionRefused;
import io.portolan.workflows.payment.PaymentWorkflows.EngineUnavailable;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One call to the engine with a deadline, its failures in our words. */
final class EngineCall {
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("engine-deadlines").factory());

    private final Duration longest;

    EngineCall(Duration longest) {
        this.longest = longest;
    }

    /**
     * @throws EngineUnavailable if the engine does not answer in time
     * @throws ActionRefused if there is no such workflow, or it says no
     */
    void run(Runnable call) {
        Context.CancellableContext context =
                Context.current().withDeadlineAfter(longest.toMillis(), TimeUnit.MILLISECONDS, watch);
        try (Alarm _ = Alarm.after(longest, watch)) {
            context.run(call);
        } catch (StatusRuntimeException | CancellationException e) {
            throw new EngineUnavailable(e);
        } catch (WorkflowException e) {
            throw translated(e);
        } finally {
            context.cancel(null);
        }
    }

    private static RuntimeException translated(WorkflowException failure) {
        return switch (failure) {
            case WorkflowUpdateException refused -> new ActionRefused(messageOf(refused));
            case WorkflowNotFoundException _ -> new ActionRefused("the payment is not in progress");
            default -> new EngineUnavailable(failure);
        };
    }

    private static String messageOf(WorkflowUpdateException refused) {
        return refused.getCause() instanceof ApplicationFailure failure
                ? failure.getOriginalMessage()
                : "the payment refuses this";
    }
}
