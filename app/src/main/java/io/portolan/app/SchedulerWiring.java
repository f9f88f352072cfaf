package io.portolan.app;

import io.portolan.activities.collection.BankCollection;
import io.portolan.activities.conversion.DealerConversion;
import io.portolan.activities.payout.BankPayout;
import io.portolan.app.settings.ConditionalOnRole;
import io.portolan.app.settings.Role;
import io.portolan.app.settings.Settings;
import io.portolan.app.watch.Redrive;
import io.portolan.app.watch.ReturnsWatch;
import io.portolan.app.watch.SettlementWatch;
import io.portolan.banks.international.Iso20022Bank;
import io.portolan.domain.corridor.Corridors;
import io.portolan.domain.payment.Payments;
import io.portolan.workflows.payment.PaymentWorkflows;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;

/** Runs the scheduler's rounds, each on its own and never two of a kind at once in a process; several processes may all run them. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnRole(Role.SCHEDULER)
class SchedulerWiring {
    @Bean
    SchedulingConfigurer rounds(
            Settings settings, Redrive redrive, SettlementWatch settlement, ReturnsWatch returns, Clock clock) {
        return registrar -> {
            Settings.Watch watch = settings.watch();
            registrar.addFixedDelayTask(every(redrive::run, watch.redriveEvery()));
            registrar.addFixedDelayTask(every(settlement::run, watch.settlementEvery()));
            registrar.addFixedDelayTask(every(() -> returns.run(clock), watch.returnsEvery()));
        };
    }

    @Bean
    Redrive redrive(Payments payments, PaymentWorkflows workflows) {
        return new Redrive(payments, workflows);
    }

    @Bean
    SettlementWatch settlementWatch(
            Payments payments, BankCollection collection, DealerConversion conversion, BankPayout payout) {
        return new SettlementWatch(payments, (payment, booked) -> {
            switch (booked.step().leg()) {
                case COLLECTION -> collection.followUp(payment, booked);
                case CONVERSION -> conversion.followUp(payment, booked);
                case PAYOUT -> payout.followUp(payment, booked);
            }
        });
    }

    @Bean
    ReturnsWatch returnsWatch(
            Corridors corridors, Iso20022Bank bank, BankPayout payout, Payments payments, PaymentWorkflows workflows) {
        return new ReturnsWatch(BanksWiring.accountsAbroad(corridors), bank, payout::findReturn, payments, workflows);
    }

    private static FixedDelayTask every(Runnable round, Duration delay) {
        return new FixedDelayTask(round, delay, Duration.ZERO);
    }
}
