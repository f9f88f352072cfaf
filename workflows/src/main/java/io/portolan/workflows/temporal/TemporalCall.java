package io.portolan.workflows.temporal;

import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import io.portolan.workflows.payment.PaymentWorkflows.WorkflowServiceUnavailable;
import io.temporal.client.WorkflowException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One call to the workflow service, with a deadline and with its failures as our exceptions. */
final class TemporalCall {
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("temporal-deadlines").factory());

    private final Duration longest;

    TemporalCall(Duration longest) {
        this.longest = longest;
    }

    /** @throws WorkflowServiceUnavailable if the workflow service does not answer in time, or does not do what was asked */
    void run(Runnable call) {
        call(() -> {
            call.run();
            return true;
        });
    }

    /** The same for a call with an answer. */
    <T> T call(Supplier<T> call) {
        Context.CancellableContext context =
                Context.current().withDeadlineAfter(longest.toMillis(), TimeUnit.MILLISECONDS, watch);
        Context before = context.attach();
        try (ThreadDeadline _ = ThreadDeadline.after(longest, watch)) {
            return call.get();
        } catch (StatusRuntimeException | CancellationException | WorkflowException e) {
            throw new WorkflowServiceUnavailable(e);
        } finally {
            context.detachAndCancel(before, null);
        }
    }
}
