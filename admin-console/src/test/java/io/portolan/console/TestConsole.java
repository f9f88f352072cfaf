package io.portolan.console;

import io.portolan.domain.ledger.Journal;
import io.portolan.domain.operations.BankCalls;
import io.portolan.domain.operations.OperatorActions;
import io.portolan.domain.operations.Operators;
import io.portolan.domain.payment.Payments;
import io.portolan.workflows.payment.PaymentWorkflows;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** An application of nothing but the console, over a world in memory. Not a configuration by annotation, so that no scan finds it. */
@EnableAutoConfiguration
@Import(AdminConsole.class)
public class TestConsole {
    /** The address that a test expects behind the link to the workflow. */
    public static final String TEMPORAL = "http://127.0.0.1:8233/namespaces/default/workflows/{id}";

    @Bean
    ConsoleWorld world() {
        return new ConsoleWorld();
    }

    @Bean
    Clock clock() {
        return new SettableClock(ConsoleWorld.NOW);
    }

    @Bean
    ConsoleSettings settings() {
        return new ConsoleSettings("Temporal dev server", TEMPORAL, Duration.ofHours(1), 5);
    }

    @Bean
    Payments payments(ConsoleWorld world) {
        return world.payments;
    }

    @Bean
    Journal journal(ConsoleWorld world) {
        return world.journal;
    }

    @Bean
    BankCalls bankCalls(ConsoleWorld world) {
        return world.calls;
    }

    @Bean
    OperatorActions operatorActions(ConsoleWorld world) {
        return world.actions;
    }

    @Bean
    Operators operators(ConsoleWorld world) {
        return world.operators;
    }

    @Bean
    PaymentWorkflows paymentWorkflows(ConsoleWorld world) {
        return world.workflows;
    }
}
