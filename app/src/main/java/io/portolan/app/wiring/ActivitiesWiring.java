package io.portolan.app.wiring;

import io.portolan.activities.collection.BankCollectionActivities;
import io.portolan.activities.conversion.DealerConversionActivities;
import io.portolan.activities.conversion.Requoting;
import io.portolan.activities.conversion.UnwindPlanning;
import io.portolan.activities.leg.InstructionExecutor;
import io.portolan.activities.leg.PollingSchedule;
import io.portolan.activities.leg.Sleeper;
import io.portolan.activities.payment.DatabasePaymentActivities;
import io.portolan.activities.payout.BankPayoutActivities;
import io.portolan.app.settings.Settings;
import io.portolan.domain.bank.Banks;
import io.portolan.domain.fx.FxDesks;
import io.portolan.domain.fx.Quotes;
import io.portolan.domain.operations.BankCalls;
import io.portolan.domain.operations.Decisions;
import io.portolan.domain.payment.Payments;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the legs together from the ports. */
@Configuration(proxyBeanMethods = false)
class ActivitiesWiring {
    private static final Duration FIRST_POLL_DELAY = Duration.ofMillis(100);

    @Bean
    InstructionExecutor instructionExecutor(Payments payments, BankCalls calls, Settings settings, Clock clock) {
        return new InstructionExecutor(payments, calls, pollingSchedule(settings.saga()), clock, Sleeper.ofThread());
    }

    @Bean
    BankCollectionActivities bankCollection(InstructionExecutor executor, Payments payments, Banks banks) {
        return new BankCollectionActivities(executor, payments, banks);
    }

    @Bean
    DealerConversionActivities dealerConversion(
            InstructionExecutor executor, Payments payments, Requoting requoting, Banks banks, FxDesks desks) {
        return new DealerConversionActivities(executor, payments, requoting, banks, desks);
    }

    @Bean
    Requoting requoting(Payments payments, Quotes quotes, FxDesks desks, Clock clock) {
        return new Requoting(payments, quotes, desks, clock);
    }

    @Bean
    BankPayoutActivities bankPayout(InstructionExecutor executor, Banks banks) {
        return new BankPayoutActivities(executor, banks);
    }

    @Bean
    DatabasePaymentActivities databasePaymentActivities(
            Payments payments, Decisions decisions, FxDesks desks, Clock clock) {
        return new DatabasePaymentActivities(payments, decisions, new UnwindPlanning(payments, desks, clock), clock);
    }

    /** The second stage begins with the configured delay and slows down by the same steps as the standard does. */
    private static PollingSchedule pollingSchedule(Settings.Saga saga) {
        Duration first = saga.firstInquiryDelay();
        List<Duration> waits = List.of(first, first.multipliedBy(3), first.multipliedBy(12), first.multipliedBy(90));
        return new PollingSchedule(FIRST_POLL_DELAY, saga.firstPollLimit(), waits);
    }
}
