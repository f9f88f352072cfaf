package io.portolan.app;

import io.portolan.activities.collection.BankCollectionActivities;
import io.portolan.activities.conversion.DealerConversionActivities;
import io.portolan.activities.payout.BankPayoutActivities;
import io.portolan.app.settings.ConditionalOnRole;
import io.portolan.app.settings.Role;
import io.portolan.app.settings.Settings;
import io.portolan.app.watch.PaymentDispatcher;
import io.portolan.app.watch.ReturnDetector;
import io.portolan.app.watch.SettlementPoller;
import io.portolan.domain.bank.Banks;
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
class OperationsWiring {
    @Bean
    SchedulingConfigurer jobSchedule(
            Settings settings,
            PaymentDispatcher redrive,
            SettlementPoller settlement,
            ReturnDetector returns,
            Clock clock) {
        return registrar -> {
            Settings.Operations watch = settings.watch();
            registrar.addFixedDelayTask(every(redrive::run, watch.redriveEvery()));
            registrar.addFixedDelayTask(every(settlement::run, watch.settlementEvery()));
            registrar.addFixedDelayTask(every(() -> returns.run(clock), watch.returnsEvery()));
        };
    }

    @Bean
    PaymentDispatcher paymentDispatcher(Payments payments, PaymentWorkflows workflows) {
        return new PaymentDispatcher(payments, workflows);
    }

    @Bean
    SettlementPoller settlementPoller(
            Payments payments,
            BankCollectionActivities collection,
            DealerConversionActivities conversion,
            BankPayoutActivities payout) {
        return new SettlementPoller(payments, (payment, booked) -> {
            switch (booked.step().leg()) {
                case COLLECTION -> collection.checkSettlement(payment, booked);
                case CONVERSION -> conversion.checkSettlement(payment, booked);
                case PAYOUT -> payout.checkSettlement(payment, booked);
            }
        });
    }

    @Bean
    ReturnDetector returnDetector(
            Corridors corridors,
            Banks banks,
            BankPayoutActivities payout,
            Payments payments,
            PaymentWorkflows workflows) {
        return new ReturnDetector(
                corridors.payoutAccounts(),
                (account, date) -> banks.statementBank(account.bank()).statement(account, date),
                payout::findReturn,
                payments,
                workflows);
    }

    private static FixedDelayTask every(Runnable round, Duration delay) {
        return new FixedDelayTask(round, delay, Duration.ZERO);
    }
}
