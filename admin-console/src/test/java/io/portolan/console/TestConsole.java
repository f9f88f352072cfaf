package io.portolan.console;

import io.portolan.domain.ledger.Journal;
import io.portolan.domain.operations.Alerts;
import io.portolan.domain.operations.BankCalls;
import io.portolan.domain.operations.OperatorActions;
import io.portolan.domain.operations.Operators;
import io.portolan.domain.payment.Payments;
import io.portolan.workflows.payment.PaymentWorkflows;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
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
    Clock clock(ConsoleWorld world) {
        return world.clock;
    }

    @Bean
    ConsoleSettings settings() {
        return new ConsoleSettings("Temporal dev server", TEMPORAL, Duration.ofHours(1), 5);
    }

    @Bean
    Payments payments(ConsoleWorld world) {
        return present(Payments.class, () -> world.payments);
    }

    @Bean
    Journal journal(ConsoleWorld world) {
        return present(Journal.class, () -> world.journal);
    }

    @Bean
    BankCalls bankCalls(ConsoleWorld world) {
        return present(BankCalls.class, () -> world.calls);
    }

    @Bean
    OperatorActions operatorActions(ConsoleWorld world) {
        return present(OperatorActions.class, () -> world.actions);
    }

    @Bean
    Alerts alerts(ConsoleWorld world) {
        return present(Alerts.class, () -> world.alerts);
    }

    @Bean
    Operators operators(ConsoleWorld world) {
        return world.operators;
    }

    @Bean
    PaymentWorkflows paymentWorkflows(ConsoleWorld world) {
        return world.workflows;
    }

    /** The port as it is at each call, because a world starts again for each test. */
    private static <T> T present(Class<T> port, Supplier<T> supplier) {
        InvocationHandler handler = (_, method, arguments) -> {
            try {
                return method.invoke(supplier.get(), arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getTargetException();
            }
        };
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
    }
}
