package io.portolan.app.wiring;

import io.portolan.activities.instruction.Counterparties;
import io.portolan.activities.instruction.InstructionExecutor;
import io.portolan.activities.instruction.InstructionExecutor.Polling;
import io.portolan.activities.instruction.PollingSchedule;
import io.portolan.activities.instruction.Sleeper;
import io.portolan.activities.payment.PaymentDriver;
import io.portolan.activities.payment.PaymentDriver.Records;
import io.portolan.app.settings.Settings;
import io.portolan.domain.bank.Banks;
import io.portolan.domain.decision.DecisionPolicy;
import io.portolan.domain.decision.Decisions;
import io.portolan.domain.fx.FxDesks;
import io.portolan.domain.ledger.Journal;
import io.portolan.domain.operations.Alert;
import io.portolan.domain.operations.Alerts;
import io.portolan.domain.operations.BankCalls;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.saga.Planning;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what plans payments, and what drives them. */
@Configuration(proxyBeanMethods = false)
class ActivitiesWiring {
    private static final Duration FIRST_POLL_DELAY = Duration.ofMillis(100);

    @Bean
    Planning planning(Payments payments, FxDesks desks, Banks banks, Journal journal, Clock clock) {
        return new Planning(payments, desks, banks, journal, clock);
    }

    @Bean
    DecisionPolicy decisionPolicy(Settings settings) {
        return settings.decisions().toPolicy();
    }

    @Bean
    Counterparties counterparties(Banks banks, FxDesks desks) {
        return new Counterparties(banks, desks);
    }

    @Bean
    InstructionExecutor instructionExecutor(
            Payments payments, Counterparties counterparties, BankCalls calls, Settings settings, Clock clock) {
        Polling polling = new Polling(pollingSchedule(settings.saga()), Sleeper.ofThread());
        return new InstructionExecutor(payments, counterparties, calls, polling, clock);
    }

    @Bean
    Records paymentRecords(Payments payments, Decisions decisions, Journal journal) {
        return new Records(payments, decisions, journal);
    }

    @Bean
    PaymentDriver paymentDriver(
            Records records, Planning planning, InstructionExecutor executor, Alerts alerts, Clock clock) {
        return new PaymentDriver(
                records,
                planning,
                executor,
                (payment, cause) -> alerts.raise(Alert.of(
                        bankOf(payment, cause.movement()),
                        "payments wait at the " + cause.movement().code() + ": "
                                + cause.reason().detail(),
                        clock.instant())),
                clock);
    }

    /** The bank at which the movement waits; the dealers' bank, if it is not planned yet. */
    private static String bankOf(Payment payment, MovementKind waiting) {
        return payment.currentPlan()
                .flatMap(plan -> plan.movements().stream()
                        .filter(movement -> movement.kind() == waiting)
                        .findFirst())
                .map(movement -> movement.terms().account().bank())
                .orElseGet(() -> payment.route().dealerSource().bank());
    }

    /** The second stage begins with the configured delay and slows down by the same steps as the standard does. */
    private static PollingSchedule pollingSchedule(Settings.Saga saga) {
        Duration first = saga.firstInquiryDelay();
        List<Duration> waits = List.of(first, first.multipliedBy(3), first.multipliedBy(12), first.multipliedBy(90));
        return new PollingSchedule(FIRST_POLL_DELAY, saga.firstPollLimit(), waits);
    }
}
