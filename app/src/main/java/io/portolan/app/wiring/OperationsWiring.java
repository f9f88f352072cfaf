package io.portolan.app.wiring;

import io.portolan.activities.instruction.InstructionExecutor;
import io.portolan.app.settings.ConditionalOnRole;
import io.portolan.app.settings.Role;
import io.portolan.app.settings.Settings;
import io.portolan.domain.bank.Banks;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.breaks.Breaks;
import io.portolan.domain.decision.Decisions;
import io.portolan.domain.operations.Alerts;
import io.portolan.domain.operations.Rechecks;
import io.portolan.domain.operations.StatementCursors;
import io.portolan.domain.payment.Payments;
import io.portolan.operations.dispatch.PaymentDispatcher;
import io.portolan.operations.dispatch.PaymentWaker;
import io.portolan.operations.rechecks.Rechecker;
import io.portolan.operations.rechecks.Rechecker.Asking;
import io.portolan.operations.returns.CreditExplanation;
import io.portolan.operations.returns.PayoutReturns;
import io.portolan.operations.returns.ReturnDetector;
import io.portolan.operations.settlement.SettlementPoller;
import io.portolan.operations.watchdog.Watchdog;
import io.portolan.operations.watchdog.Watchdog.Watch;
import io.portolan.workflows.payment.PaymentWorkflows;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.FixedDelayTask;

/** Schedules the jobs of the operations role, each on a thread of its own and never twice at once in a process; several processes may all run them. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnRole(Role.OPERATIONS)
class OperationsWiring {
    private final Clock clock;

    OperationsWiring(Clock clock) {
        this.clock = clock;
    }

    /** The jobs, by what they do. */
    record Jobs(
            PaymentDispatcher dispatcher,
            SettlementPoller settlement,
            ReturnDetector returns,
            Rechecker rechecker,
            Watchdog watchdog) {
        List<FixedDelayTask> tasks(Settings.Operations intervals) {
            return List.of(
                    every(dispatcher::run, intervals.dispatchInterval()),
                    every(settlement::run, intervals.settlementInterval()),
                    every(returns::run, intervals.returnsInterval()),
                    every(rechecker::run, intervals.recheckInterval()),
                    every(watchdog::run, intervals.watchdogInterval()));
        }

        private static FixedDelayTask every(Runnable job, Duration interval) {
            return new FixedDelayTask(job, interval, Duration.ZERO);
        }
    }

    /** As many threads as jobs: one that waits for a bank keeps no other waiting. */
    @Bean
    ThreadPoolTaskScheduler jobThreads(Settings settings, Jobs jobs) {
        ThreadPoolTaskScheduler threads = new ThreadPoolTaskScheduler();
        threads.setPoolSize(jobs.tasks(settings.operations()).size());
        threads.setThreadNamePrefix("operations-");
        return threads;
    }

    @Bean
    SchedulingConfigurer jobSchedule(Settings settings, Jobs jobs, ThreadPoolTaskScheduler jobThreads) {
        return registrar -> {
            registrar.setTaskScheduler(jobThreads);
            jobs.tasks(settings.operations()).forEach(registrar::addFixedDelayTask);
        };
    }

    @Bean
    Jobs jobs(
            PaymentDispatcher dispatcher,
            SettlementPoller settlement,
            ReturnDetector returns,
            Rechecker rechecker,
            Watchdog watchdog) {
        return new Jobs(dispatcher, settlement, returns, rechecker, watchdog);
    }

    @Bean
    PaymentDispatcher paymentDispatcher(Payments payments, PaymentWorkflows workflows) {
        return new PaymentDispatcher(payments, workflows, clock);
    }

    @Bean
    PaymentWaker paymentWaker(PaymentWorkflows workflows) {
        return new PaymentWaker(workflows);
    }

    @Bean
    SettlementPoller settlementPoller(Payments payments, InstructionExecutor executor) {
        return new SettlementPoller(payments, (payment, booked) -> executor.inquireOnce(payment.id(), booked.key()));
    }

    @Bean
    PayoutReturns payoutReturns(InstructionExecutor executor, Payments payments, PaymentWaker waker) {
        return new PayoutReturns(executor::findReturns, payments, waker, clock);
    }

    @Bean
    CreditExplanation creditExplanation(Payments payments, PayoutReturns returns, Breaks breaks, Rechecks rechecks) {
        return new CreditExplanation(payments, returns, breaks, rechecks, clock);
    }

    /** All our accounts are read, also those of corridors that were closed: what was paid from them can come back. */
    @Bean
    ReturnDetector returnDetector(Banks banks, CreditExplanation explanation, StatementCursors cursors, Alerts alerts) {
        List<NostroAccount> accounts = banks.accounts().all();
        return new ReturnDetector(banks.statementBanks(accounts), explanation, cursors, alerts, clock);
    }

    @Bean
    Asking asking(InstructionExecutor executor, PayoutReturns returns, PaymentWaker waker) {
        return new Asking(executor::ask, returns, waker);
    }

    @Bean
    Rechecker rechecker(Rechecks rechecks, Payments payments, Asking asking, Alerts alerts) {
        return new Rechecker(rechecks, payments, asking, alerts, clock);
    }

    @Bean
    Watchdog watchdog(Payments payments, Decisions decisions, Alerts alerts, PaymentWaker waker, Settings settings) {
        Watch watch = new Watch(alerts, settings.operations().watchdogMargin());
        return new Watchdog(payments, decisions, watch, waker, clock);
    }
}
