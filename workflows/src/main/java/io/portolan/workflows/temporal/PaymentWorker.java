package io.portolan.workflows.temporal;

import io.portolan.workflows.payment.PaymentActivities;
import io.portolan.workflows.payment.PaymentWorkflow;
import io.portolan.workflows.payment.PaymentWorkflowImpl;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;

/** Serves the payments' task queue, on virtual threads: most of them only wait for a bank. */
public final class PaymentWorker {
    private static final int POLLERS = 20;
    /** Each activity takes a connection of the database now and then: many more activities than connections only wait for each other. */
    private static final int ACTIVITIES_AT_ONCE = 100;
    /** With two cores a pause of the collector looks like a deadlock to the usual second. */
    private static final long DEADLOCK_MILLIS = 5_000;

    private PaymentWorker() {}

    /** What the worker's factory needs for workflows on virtual threads. */
    public static WorkerFactoryOptions factoryOptions() {
        return WorkerFactoryOptions.newBuilder()
                .setUsingVirtualWorkflowThreads(true)
                .build();
    }

    /** Registers the payment's workflow and the implementation of its activities; the factory is the caller's to start and to stop. */
    public static Worker register(WorkerFactory factory, PaymentActivities activities) {
        return register(factory, options(), activities);
    }

    /** The same with other options, such as those of a test that lets nothing be cached. */
    public static Worker register(WorkerFactory factory, WorkerOptions options, PaymentActivities activities) {
        Worker worker = factory.newWorker(PaymentWorkflow.TASK_QUEUE, options);
        worker.registerWorkflowImplementationTypes(PaymentWorkflowImpl.class);
        worker.registerActivitiesImplementations(activities);
        return worker;
    }

    /** What the worker is usually registered with. */
    public static WorkerOptions options() {
        return WorkerOptions.newBuilder()
                .setUsingVirtualThreads(true)
                .setMaxConcurrentActivityExecutionSize(ACTIVITIES_AT_ONCE)
                .setMaxConcurrentWorkflowTaskPollers(POLLERS)
                .setMaxConcurrentActivityTaskPollers(POLLERS)
                .setDefaultDeadlockDetectionTimeout(DEADLOCK_MILLIS)
                .build();
    }
}
