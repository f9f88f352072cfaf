package io.portolan.app.temporal;

import io.opentelemetry.api.OpenTelemetry;
import io.portolan.app.settings.ConditionalOnRole;
import io.portolan.app.settings.Role;
import io.portolan.app.settings.Settings;
import io.portolan.domain.payment.Payments;
import io.portolan.workflows.payment.PaymentActivities;
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
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects to Temporal, with our payloads, our worker and our way of reaching payments. */
@Configuration(proxyBeanMethods = false)
class TemporalWiring {
    private static final String CURRENT_KEY = "portolan-1";

    @Bean
    TemporalConnection temporalConnection(Settings settings) {
        return TemporalConnection.open(settings.temporal());
    }

    @Bean
    WorkflowClient workflowClient(TemporalConnection connection, Settings settings) {
        EncryptedPayloads encryption = new EncryptedPayloads(
                CURRENT_KEY,
                Map.of(CURRENT_KEY, PayloadKey.loadOrCreate(settings.temporal().payloadKey(), settings.data())));
        WorkflowClientOptions options = WorkflowClientOptions.newBuilder()
                .setNamespace(settings.temporal().namespace())
                .setDataConverter(Payloads.encrypted(encryption))
                .build();
        return WorkflowClient.newInstance(connection.stubs(), options);
    }

    @Bean
    PaymentWorkflows paymentWorkflows(WorkflowClient client, Payments payments, Settings settings, Clock clock) {
        return new TemporalPaymentWorkflows(client, payments, settings.saga().firstPollLimit(), clock);
    }

    @Bean
    @ConditionalOnRole(Role.WORKER)
    PaymentWorkerLifecycle worker(WorkflowClient client, OpenTelemetry telemetry, PaymentActivities activities) {
        WorkerFactoryOptions options = WorkerFactoryOptions.newBuilder(PaymentWorker.factoryOptions())
                .setWorkerInterceptors(new PaymentTracing(telemetry.getTracer("io.portolan")))
                .build();
        WorkerFactory factory = WorkerFactory.newInstance(client, options);
        PaymentWorker.register(factory, activities);
        return new PaymentWorkerLifecycle(factory);
    }
}
