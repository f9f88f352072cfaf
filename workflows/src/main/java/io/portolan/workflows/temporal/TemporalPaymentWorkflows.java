package io.portolan.workflows.temporal;

import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.operations.Decision;
import io.portolan.domain.payment.Payments;
import io.portolan.workflows.payment.PaymentSettings;
import io.portolan.workflows.payment.PaymentWorkflow;
import io.portolan.workflows.payment.PaymentWorkflows;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateStage;
import java.time.Clock;
import java.time.Duration;

/** The running payments, reached through Temporal. Every call ends within five seconds. */
public final class TemporalPaymentWorkflows implements PaymentWorkflows {
    private final WorkflowClient client;
    private final Payments payments;
    private final PaymentSettings settings;
    private final Duration pollWindow;
    private final Clock clock;
    private final TemporalCall temporal = new TemporalCall(Duration.ofSeconds(5));

    /**
     * @param pollWindow for how long a leg polls by itself after it has instructed: a hint within this time is dropped, since it would cost four
     *     events of history and tell nothing that the next poll does not find
     */
    public TemporalPaymentWorkflows(
            WorkflowClient client, Payments payments, PaymentSettings settings, Duration pollWindow, Clock clock) {
        this.client = client;
        this.payments = payments;
        this.settings = settings;
        this.pollWindow = pollWindow;
        this.clock = clock;
    }

    @Override
    public void start(PaymentId payment) {
        WorkflowOptions options = WorkflowOptions.newBuilder()
                .setWorkflowId(payment.value())
                .setTaskQueue(PaymentWorkflow.TASK_QUEUE)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                .build();
        WorkflowStub workflow = client.newUntypedWorkflowStub(PaymentWorkflow.TYPE, options);
        temporal.run(() -> {
            try {
                workflow.start(payment.value(), settings);
            } catch (WorkflowExecutionAlreadyStarted _) {
                // It is running already: just what was asked for.
                return;
            }
        });
    }

    @Override
    public void bankAnswered(InstructionKey instruction) {
        if (!isAwaited(instruction)) {
            return;
        }
        WorkflowStub workflow = workflow(instruction.payment());
        temporal.run(() -> {
            try {
                workflow.signal("bankAnswered", instruction.value());
            } catch (WorkflowNotFoundException _) {
                // It is not running, and asks the bank itself when it is.
                return;
            }
        });
    }

    @Override
    public void decide(Decision decision) {
        UpdateOptions<Void> options = UpdateOptions.newBuilder(Void.class)
                .setUpdateName("decide")
                .setUpdateId(decision.header().id())
                .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                .build();
        WorkflowStub workflow = workflow(decision.header().payment());
        temporal.run(() -> workflow.startUpdate(options, decision).getResult());
    }

    private boolean isAwaited(InstructionKey key) {
        return payments.find(key.payment()).stream()
                .flatMap(payment -> payment.state().instructions().stream())
                .filter(instruction -> instruction.key().equals(key) && !instruction.isDecided())
                .anyMatch(instruction ->
                        !clock.instant().isBefore(instruction.instructedAt().plus(pollWindow)));
    }

    private WorkflowStub workflow(PaymentId payment) {
        return client.newUntypedWorkflowStub(payment.value());
    }
}
