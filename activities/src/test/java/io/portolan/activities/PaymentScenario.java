package io.portolan.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.operations.Decision;
import io.portolan.domain.operations.DecisionHeader;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Stage;
import io.portolan.workflows.payment.PaymentSettings;
import io.portolan.workflows.payment.PaymentWorkflows;
import io.portolan.workflows.payment.PaymentWorkflows.DecisionRejected;
import io.portolan.workflows.payment.Result;
import io.portolan.workflows.temporal.Payloads;
import io.portolan.workflows.temporal.PaymentWorker;
import io.portolan.workflows.temporal.TemporalPaymentWorkflows;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** One payment's whole way: the in-process workflow service, the workflow, the real activities, and the checks of where the money is. Every task replays. */
final class PaymentScenario implements AutoCloseable {
    private static final Duration TIME_LIMIT = Duration.ofSeconds(20);

    final ActivitiesUnderTest bench = new ActivitiesUnderTest();
    final TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
            .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                    .setDataConverter(Payloads.readable())
                    .build())
            .setWorkerFactoryOptions(PaymentWorker.factoryOptions())
            .build());
    final PaymentSettings settings =
            new PaymentSettings(Duration.ofSeconds(30), Duration.ofHours(1), Duration.ofHours(2));
    final PaymentWorkflows workflows = new TemporalPaymentWorkflows(
            temporal.getWorkflowClient(), bench.payments, settings, Duration.ofSeconds(8), bench.clock());

    PaymentScenario() {
        WorkerOptions forgetful = WorkerOptions.newBuilder(PaymentWorker.options())
                .setStickyQueueScheduleToStartTimeout(Duration.ZERO)
                .build();
        PaymentWorker.register(
                temporal.getWorkerFactory(), forgetful, bench.collection, bench.conversion, bench.payout, bench.stored);
        temporal.start();
    }

    @Override
    public void close() {
        temporal.close();
    }

    Result run() {
        workflows.start(bench.payment.id());
        return result();
    }

    Result result() {
        return temporal.getWorkflowClient().newUntypedWorkflowStub(bench.id()).getResult(Result.class);
    }

    Payment parkedFor(String reason) {
        temporal.sleep(settings.answerWindow().plusMinutes(1));
        until(() -> bench.now().stage() == Stage.PARKED
                && bench.now().state().parking().reason().code().equals(reason));
        return bench.now();
    }

    /** Again until it is taken: the database is parked a moment before the workflow listens. */
    void decide(Decision decision) {
        until(() -> {
            try {
                workflows.decide(decision);
                return true;
            } catch (DecisionRejected notYet) {
                return false;
            }
        });
    }

    void assertExecuted(String... orders) {
        assertThat(bench.orders.executed())
                .extracting(key -> key.step().code() + "/" + key.attempt())
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

    DecisionHeader header(String id) {
        return new DecisionHeader(id, bench.payment.id(), "ada", "the statement says so", bench.time());
    }

    static void until(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(TIME_LIMIT);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                fail("this did not come true within " + TIME_LIMIT);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
