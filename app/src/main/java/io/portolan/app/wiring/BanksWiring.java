package io.portolan.app.wiring;

import io.portolan.app.banks.ConfiguredBanks;
import io.portolan.app.banks.ConfiguredFxDesks;
import io.portolan.app.banks.CorridorCheck;
import io.portolan.app.callbacks.CallbackVerifiers;
import io.portolan.app.settings.Settings;
import io.portolan.domain.bank.Banks;
import io.portolan.domain.corridor.Corridors;
import io.portolan.domain.fx.FxDesks;
import io.portolan.domain.operations.BankCalls;
import io.portolan.domain.operations.Rechecks;
import io.portolan.domain.payment.Payments;
import io.portolan.operations.callbacks.CallbackReceiver;
import io.portolan.workflows.payment.PaymentWorkflows;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects to the banks and dealers of the configuration, and lets them reach us. */
@Configuration(proxyBeanMethods = false)
public class BanksWiring {
    @Bean
    Corridors corridors(Settings settings, Banks banks, FxDesks desks) {
        return CorridorCheck.requireServed(settings.toCorridors(), banks, desks);
    }

    @Bean
    ConfiguredBanks banks(Settings settings, Clock clock) {
        return new ConfiguredBanks(
                settings.banks(), settings.accounts(), settings.company().holder(), settings.connections(), clock);
    }

    @Bean
    ConfiguredFxDesks fxDesks(Settings settings, Clock clock) {
        return new ConfiguredFxDesks(settings.fxDealers(), settings.accounts(), settings.connections(), clock);
    }

    @Bean
    CallbackVerifiers callbackVerifiers(ConfiguredBanks banks, ConfiguredFxDesks desks) {
        return CallbackVerifiers.of(banks.callbackVerifiers(), desks.callbackVerifiers());
    }

    @Bean
    CallbackReceiver callbackReceiver(
            Payments payments, BankCalls calls, PaymentWorkflows workflows, Rechecks rechecks, Clock clock) {
        return new CallbackReceiver(payments, calls, workflows, rechecks, clock);
    }
}
