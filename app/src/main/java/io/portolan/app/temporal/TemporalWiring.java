package io.portolan.app.temporal;

import io.opentelemetry.api.OpenTelemetry;
import io.portolan.app.settings.ConditionalOnRole;
import io.portolan.app.settings.Role;
import io.portolan.app.settings.Settings;
import io.portolan.domain.payment.Payments;
import io.portolan.workflows.payment.PaymentSettings;
import io.portolan.workflows.payment.PaymentWorkflows;
import io.portolan.workflows.temporal.EncryptedPayloads;
import io.portolan.workflows.temporal.Payloads;
import io.portolan.workflows.temporal.PaymentWorker;
import io.portolan.workflows.temporal.TemporalPaymentWorkflows;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects to the engine and gives it our payloads, our worker and our way of reaching payments. */
@Configuration(proxyBeanMethods = false)
class TemporalWiring {
    private static final String CURRENT_KEY = "portolan-1";

    @Bean
    TemporalConnection temporalConnection(Settings settings) {
        return TemporalConnection.open(settings.engine());
    }

    @Bean
    WorkflowClient workflowClient(TemporalConnection engine, Settings settings) {
        EncryptedPayloads encryption = new EncryptedPayloads(
                CURRENT_KEY,
                Map.of(CURRENT_KEY, PayloadKey.loadOrCreate(settings.engine().payloadKey(), settings.data())));
        WorkflowClientOptions options = WorkflowClientOptions.newBuilder()
                .setNamespace(settings.engine().namespace())
                .setDataConverter(Payloads.encrypted(encryption))
                .build();
        return WorkflowClient.newInstance(engine.stubs(), options);
    }

    @Bean
    PaymentWorkflows paymentWorkflows(WorkflowClient client, Payments payments, Settings settings, Clock clock) {
        Settings.Saga saga = settings.saga();
        PaymentSettings times = new PaymentSettings(legTimeout(saga), saga.outcomeWindow(), saga.repairWindow());
        return new TemporalPaymentWorkflows(client, payments, times, saga.fastPoll(), clock);
    }

    @Bean
    @ConditionalOnRole(Role.WORKER)
    PaymentWorkerLifecycle worker(WorkflowClient client, OpenTelemetry telemetry, ActivityImplementations activities) {
        WorkerFactoryOptions options = WorkerFactoryOptions.newBuilder(PaymentWorker.factoryOptions())
                .setWorkerInterceptors(new PaymentTracing(telemetry.getTracer("io.portolan")))
                .build();
        WorkerFactory factory = WorkerFactory.newInstance(client, options);
        PaymentWorker.register(factory, activities.all());
        return new PaymentWorkerLifecycle(factory);
    }

    /** A leg polls twice at most, top-up and trade, and each ends with one exchange that runs into its own time limit. */
    private static Duration legTimeout(Settings.Saga saga) {
        return saga.fastPoll().multipliedBy(2).plusSeconds(14);
    }
}
