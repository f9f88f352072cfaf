package io.portolan.app.wiring;

import io.portolan.activities.collection.BankCollectionActivities;
import io.portolan.activities.conversion.DealerConversionActivities;
import io.portolan.activities.payout.BankPayoutActivities;
import io.portolan.app.settings.ConditionalOnRole;
import io.portolan.app.settings.Role;
import io.portolan.app.settings.Settings;
import io.portolan.domain.bank.Banks;
import io.portolan.domain.corridor.Corridors;
import io.portolan.domain.payment.Payments;
import io.portolan.operations.dispatch.PaymentDispatcher;
import io.portolan.operations.returns.ReturnDetector;
import io.portolan.operations.settlement.SettlementPoller;
import io.portolan.workflows.payment.PaymentWorkflows;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;

/** Schedules the jobs of the operations role, each on its own and never twice at once in a process; several processes may all run them. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnRole(Role.OPERATIONS)
class OperationsWiring {
    private final Clock clock;

    OperationsWiring(Clock clock) {
        this.clock = clock;
    }

    @Bean
    SchedulingConfigurer jobSchedule(
            Settings settings, PaymentDispatcher dispatcher, SettlementPoller settlement, ReturnDetector returns) {
        return registrar -> {
            Settings.Operations intervals = settings.operations();
            registrar.addFixedDelayTask(every(dispatcher::run, intervals.dispatchInterval()));
            registrar.addFixedDelayTask(every(settlement::run, intervals.settlementInterval()));
            registrar.addFixedDelayTask(every(returns::run, intervals.returnsInterval()));
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
                banks.statementBanks(corridors.payoutAccounts()), payout::findReturn, payments, workflows, clock);
    }

    private static FixedDelayTask every(Runnable job, Duration interval) {
        return new FixedDelayTask(job, interval, Duration.ZERO);
    }
}
