package io.portolan.console;

import io.portolan.domain.breaks.Breaks;
import io.portolan.domain.decision.DecisionKind;
import io.portolan.domain.decision.DecisionPolicy;
import io.portolan.domain.decision.Decisions;
import io.portolan.domain.fx.FxDesks;
import io.portolan.domain.ledger.Journal;
import io.portolan.domain.operations.Alerts;
import io.portolan.domain.operations.BankCalls;
import io.portolan.domain.operations.Operators;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.saga.Planning;
import io.portolan.workflows.payment.PaymentWorkflows;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * An application of nothing but the console, over a {@link ConsoleFixture}. Not annotated as a configuration, so that
 * no scan finds it.
 */
@EnableAutoConfiguration
@Import(AdminConsole.class)
public class ConsoleTestApplication {
    /** The address that a test expects behind the link to the workflow. */
    public static final String TEMPORAL_LINK = "http://127.0.0.1:8233/namespaces/default/workflows/{id}";

    @Bean
    ConsoleFixture fixture() {
        return new ConsoleFixture();
    }

    @Bean
    Clock clock(ConsoleFixture fixture) {
        return fixture.clock;
    }

    @Bean
    ConsoleSettings settings() {
        return new ConsoleSettings("Temporal dev server", TEMPORAL_LINK, Duration.ofHours(1), 5);
    }

    @Bean
    Payments payments(ConsoleFixture fixture) {
        return delegating(Payments.class, () -> fixture.payments);
    }

    @Bean
    Journal journal(ConsoleFixture fixture) {
        return delegating(Journal.class, () -> fixture.journal);
    }

    @Bean
    BankCalls bankCalls(ConsoleFixture fixture) {
        return delegating(BankCalls.class, () -> fixture.calls);
    }

    @Bean
    Decisions decisions(ConsoleFixture fixture) {
        return delegating(Decisions.class, () -> fixture.decisions);
    }

    @Bean
    DecisionPolicy decisionPolicy() {
        return new DecisionPolicy(Set.of(DecisionKind.UNWIND), ConsoleFixture.LAPSES_AFTER);
    }

    @Bean
    Breaks breaks(ConsoleFixture fixture) {
        return delegating(Breaks.class, () -> fixture.payments.breaks());
    }

    @Bean
    Planning planning(ConsoleFixture fixture, Payments payments, Journal journal, Clock clock) {
        FxDesks desks = _ -> fixture.desk;
        return new Planning(payments, desks, ConsoleFixture.BANKS, journal, clock);
    }

    @Bean
    Alerts alerts(ConsoleFixture fixture) {
        return delegating(Alerts.class, () -> fixture.alerts);
    }

    @Bean
    Operators operators(ConsoleFixture fixture) {
        return fixture.operators;
    }

    @Bean
    PaymentWorkflows paymentWorkflows(ConsoleFixture fixture) {
        return fixture.workflows;
    }

    /** Delegates each call to the current port, because the fixture is reset for each test. */
    private static <T> T delegating(Class<T> port, Supplier<T> supplier) {
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
