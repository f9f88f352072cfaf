package io.portolan.workflows.engine;

import io.portolan.domain.identity.InstructionKey;
import io.portolan.domain.identity.PaymentId;
import io.portolan.domain.payment.Payments;
import io.portolan.workflows.payment.Decision;
import io.portolan.workflows.payment.PaymentSettings;
import io.portolan.workflows.payment.PaymentWorkflow;
import io.portolan.workflows.payment.PaymentWorkflows;
import io.portolan.workflows.payment.Resolution;
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
    private final Duration attention;
    private final Clock clock;
    private final EngineCall engine = new EngineCall(Duration.ofSeconds(5));

    /**
     * @param attention for how long a leg polls by itself after it has instructed: a hint within this time is dropped, since it would cost four
     *     events of history and tell nothing that the next poll does not find
     */
    public TemporalPaymentWorkflows(
            WorkflowClient client, Payments payments, PaymentSettings settings, Duration attention, Clock clock) {
        this.client = client;
        this.payments = payments;
        this.settings = settings;
        this.attention = attention;
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
        engine.run(() -> {
            try {
                workflow.start(payment.value(), settings);
            } catch (WorkflowExecutionAlreadyStarted _) {
                // It is being driven: just what was asked for.
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
        engine.run(() -> {
            try {
                workflow.signal("bankAnswered", instruction.value());
            } catch (WorkflowNotFoundException _) {
                // It is not being driven, and asks the bank itself when it is.
                return;
            }
        });
    }

    @Override
    public void retryLeg(PaymentId payment, Decision decision) {
        update(payment, "retryLeg", decision.id(), decision);
    }

    @Override
    public void compensate(PaymentId payment, Decision decision) {
        update(payment, "compensate", decision.id(), decision);
    }

    @Override
    public void resolveUnknown(PaymentId payment, Resolution resolution) {
        update(payment, "resolveUnknown", resolution.decision().id(), resolution);
    }

    @Override
    public void requestCancel(PaymentId payment, Decision decision) {
        update(payment, "requestCancel", decision.id(), decision);
    }

    private void update(PaymentId payment, String name, String id, Object argument) {
        UpdateOptions<Void> options = UpdateOptions.newBuilder(Void.class)
                .setUpdateName(name)
                .setUpdateId(id)
                .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                .build();
        WorkflowStub workflow = workflow(payment);
        engine.run(() -> workflow.startUpdate(options, argument).getResult());
    }

    private boolean isAwaited(InstructionKey key) {
        return payments.find(key.payment()).stream()
                .flatMap(payment -> payment.progress().instructions().stream())
                .filter(instruction -> instruction.key().equals(key) && !instruction.isDecided())
                .anyMatch(instruction ->
                        !clock.instant().isBefore(instruction.instructedAt().plus(attention)));
    }

    private WorkflowStub workflow(PaymentId payment) {
        return client.newUntypedWorkflowStub(payment.value());
    }
}
