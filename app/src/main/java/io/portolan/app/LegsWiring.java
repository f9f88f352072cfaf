package io.portolan.app;

import io.portolan.activities.collection.BankCollection;
import io.portolan.activities.conversion.DealerConversion;
import io.portolan.activities.conversion.Requoting;
import io.portolan.activities.conversion.UnwindPlanning;
import io.portolan.activities.leg.LegConversation;
import io.portolan.activities.leg.Pacing;
import io.portolan.activities.leg.Pause;
import io.portolan.activities.payment.StoredPayment;
import io.portolan.activities.payout.BankPayout;
import io.portolan.app.settings.Settings;
import io.portolan.domain.bank.CollectionBank;
import io.portolan.domain.bank.PayoutBank;
import io.portolan.domain.fx.FxDesk;
import io.portolan.domain.fx.Quotes;
import io.portolan.domain.operations.BankCalls;
import io.portolan.domain.operations.OperatorActions;
import io.portolan.domain.payment.Payments;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the legs together from the ports. */
@Configuration(proxyBeanMethods = false)
class LegsWiring {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    @Bean
    LegConversation legConversation(Payments payments, BankCalls calls, Settings settings, Clock clock) {
        return new LegConversation(payments, calls, pacing(settings.saga()), clock, Pause.ofThread());
    }

    @Bean
    BankCollection bankCollection(LegConversation conversation, Payments payments, CollectionBank bank) {
        return new BankCollection(conversation, payments, bank);
    }

    @Bean
    DealerConversion dealerConversion(
            LegConversation conversation, Payments payments, Requoting requoting, CollectionBank bank, FxDesk desk) {
        return new DealerConversion(conversation, payments, requoting, bank, desk);
    }

    @Bean
    Requoting requoting(Payments payments, Quotes quotes, FxDesk desk, Clock clock) {
        return new Requoting(payments, quotes, desk, clock);
    }

    @Bean
    BankPayout bankPayout(LegConversation conversation, PayoutBank bank) {
        return new BankPayout(conversation, bank);
    }

    @Bean
    StoredPayment storedPayment(Payments payments, OperatorActions actions, FxDesk desk, Clock clock) {
        return new StoredPayment(payments, actions, new UnwindPlanning(payments, desk, clock), clock);
    }

    /** The second stage begins with the configured delay and slows down by the same steps as the standard does. */
    private static Pacing pacing(Settings.Saga saga) {
        Duration first = saga.inquiryDelay();
        List<Duration> waits = List.of(first, first.multipliedBy(3), first.multipliedBy(12), first.multipliedBy(90));
        return new Pacing(FIRST_PAUSE, saga.fastPoll(), waits);
    }
}
