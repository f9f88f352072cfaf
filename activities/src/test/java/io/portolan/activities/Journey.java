package io.portolan.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Stage;
import io.portolan.workflows.engine.Payloads;
import io.portolan.workflows.engine.PaymentWorker;
import io.portolan.workflows.engine.TemporalPaymentWorkflows;
import io.portolan.workflows.payment.Decision;
import io.portolan.workflows.payment.Ending;
import io.portolan.workflows.payment.PaymentSettings;
import io.portolan.workflows.payment.PaymentWorkflows;
import io.portolan.workflows.payment.PaymentWorkflows.ActionRefused;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** One payment's whole way: the in-process engine, the workflow, the real activities, and the checks of where the money is. Every task replays. */
final class Journey implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final Workbench bench = new Workbench();
    final TestWorkflowEnvironment engine = TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
            .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                    .setDataConverter(Payloads.readable())
                    .build())
            .setWorkerFactoryOptions(PaymentWorker.factoryOptions())
            .build());
    final PaymentSettings settings =
            new PaymentSettings(Duration.ofSeconds(30), Duration.ofHours(1), Duration.ofHours(2));
    final PaymentWorkflows workflows = new TemporalPaymentWorkflows(
            engine.getWorkflowClient(), bench.payments, settings, Duration.ofSeconds(8), bench.clock());

    Journey() {
        WorkerOptions forgetful = WorkerOptions.newBuilder(PaymentWorker.options())
                .setStickyQueueScheduleToStartTimeout(Duration.ZERO)
                .build();
        PaymentWorker.register(
                engine.getWorkerFactory(), forgetful, bench.collection, bench.conversion, bench.payout, bench.stored);
        engine.start();
    }

    @Override
    public void close() {
        engine.close();
    }

    Ending driven() {
        workflows.start(bench.accepted.id());
        return ending();
    }

    Ending ending() {
        return engine.getWorkflowClient().newUntypedWorkflowStub(bench.id()).getResult(Ending.class);
    }

    Payment parkedFor(String reason) {
        engine.sleep(settings.answerWindow().plusMinutes(1));
        until(() -> bench.now().stage() == Stage.PARKED
                && bench.now().progress().parking().reason().code().equals(reason));
        return bench.now();
    }

    /** The database is parked a moment before the workflow listens. */
    static void decide(Runnable decision) {
        until(() -> {
            try {
                decision.run();
                return true;
            } catch (ActionRefused notYet) {
                return false;
            }
        });
    }

    void assertExecuted(String... orders) {
        assertThat(bench.orders.executed())
                .extracting(key -> key.step().word() + "/" + key.attempt())
                .containsExactlyElementsOf(Arrays.asList(orders));
    }

    void assertNothingOwed() {
        assertThat(owed(AccountKind.PAYABLE)).isZero();
        assertThat(owed(AccountKind.FX_POSITION)).isZero();
    }

    long owed(AccountKind kind) {
        return bench.balances().entrySet().stream()
                .filter(balance -> balance.getKey().kind() == kind)
                .mapToLong(balance -> Math.abs(balance.getValue().minorUnits()))
                .sum();
    }

    static Decision decision(String id) {
        return new Decision(id, "ada", "the statement says so");
    }

    static void until(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                fail("this did not come true within " + PATIENCE);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
