package io.portolan.workflows.temporal;

import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.payment.Payments;
import io.portolan.workflows.payment.PaymentWorkflow;
import io.portolan.workflows.payment.PaymentWorkflows;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
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
    private static final String NEWS = "news";

    private final WorkflowClient client;
    private final Payments payments;
    private final Duration pollWindow;
    private final Clock clock;
    private final TemporalCall temporal = new TemporalCall(Duration.ofSeconds(5));

    /**
     * @param pollWindow for how long an instruction is polled by itself after it was sent: a hint within this time is dropped, since it would cost four
     *     events of history and tell nothing that the next poll does not find
     */
    public TemporalPaymentWorkflows(WorkflowClient client, Payments payments, Duration pollWindow, Clock clock) {
        this.client = client;
        this.payments = payments;
        this.pollWindow = pollWindow;
        this.clock = clock;
    }

    @Override
    public void start(PaymentId payment) {
        WorkflowStub workflow = startable(payment);
        temporal.run(() -> {
            try {
                workflow.start(payment.value());
            } catch (WorkflowExecutionAlreadyStarted _) {
                // It is running already: just what was asked for.
                return;
            }
        });
    }

    @Override
    public boolean isRunning(PaymentId payment) {
        WorkflowStub workflow = client.newUntypedWorkflowStub(payment.value());
        return temporal.call(() -> {
            try {
                return workflow.describe().getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
            } catch (WorkflowNotFoundException _) {
                return false;
            }
        });
    }

    @Override
    public void wake(PaymentId payment) {
        WorkflowStub workflow = startable(payment);
        temporal.run(() -> workflow.signalWithStart(NEWS, new Object[] {""}, new Object[] {payment.value()}));
    }

    @Override
    public void bankAnswered(InstructionKey instruction) {
        if (!isAwaited(instruction)) {
            return;
        }
        WorkflowStub workflow = startable(instruction.payment());
        temporal.run(() -> workflow.signalWithStart(NEWS, new Object[] {instruction.value()}, new Object[] {
            instruction.payment().value()
        }));
    }

    @Override
    public void decide(PaymentId payment, String decision) {
        start(payment);
        UpdateOptions<Void> options = UpdateOptions.newBuilder(Void.class)
                .setUpdateName("decide")
                .setUpdateId(decision)
                .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                .build();
        WorkflowStub workflow = client.newUntypedWorkflowStub(payment.value());
        temporal.run(() -> {
            try {
                workflow.startUpdate(options, decision).getResult();
            } catch (WorkflowNotFoundException _) {
                // It ended in between, and carried out before that whatever stood in the database.
                return;
            }
        });
    }

    private boolean isAwaited(InstructionKey key) {
        return payments.find(key.payment())
                .flatMap(payment -> payment.find(key))
                .filter(instruction -> !instruction.isDecided())
                .filter(instruction -> !clock.instant()
                        .isBefore(instruction.window().instructedAt().plus(pollWindow)))
                .isPresent();
    }

    private WorkflowStub startable(PaymentId payment) {
        WorkflowOptions options = WorkflowOptions.newBuilder()
                .setWorkflowId(payment.value())
                .setTaskQueue(PaymentWorkflow.TASK_QUEUE)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                .build();
        return client.newUntypedWorkflowStub(PaymentWorkflow.TYPE, options);
    }
}
