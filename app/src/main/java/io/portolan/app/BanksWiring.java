package io.portolan.app;

import io.portolan.app.callbacks.CallbackReception;
import io.portolan.app.callbacks.CallbackVerifier;
import io.portolan.app.settings.Banks;
import io.portolan.app.settings.CorridorSettings;
import io.portolan.app.settings.Settings;
import io.portolan.banks.domestic.DomesticCallbacks;
import io.portolan.banks.domestic.DomesticSettings;
import io.portolan.banks.domestic.SignedJsonBank;
import io.portolan.banks.international.Ed25519Keys;
import io.portolan.banks.international.InternationalCallbacks;
import io.portolan.banks.international.InternationalSettings;
import io.portolan.banks.international.Iso20022Bank;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.corridor.Corridor;
import io.portolan.domain.corridor.Corridors;
import io.portolan.domain.operations.BankCalls;
import io.portolan.domain.payment.Payments;
import io.portolan.fx.dealer.DealerCallbacks;
import io.portolan.fx.dealer.DealerSettings;
import io.portolan.fx.dealer.FirmRateDealer;
import io.portolan.workflows.payment.PaymentWorkflows;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects to the banks and the dealer, and lets them reach us. */
@Configuration(proxyBeanMethods = false)
class BanksWiring {
    private static final String OUR_NAME = "Portolan";

    @Bean
    Corridors corridors(Settings settings) {
        return new Corridors(
                settings.corridors().stream().map(CorridorSettings::toCorridor).toList());
    }

    @Bean
    SignedJsonBank domesticBank(Settings settings, Clock clock) {
        Banks banks = settings.banks();
        Banks.Domestic domestic = banks.domestic();
        return new SignedJsonBank(
                new DomesticSettings(
                        domestic.uri(),
                        domestic.clientId(),
                        domestic.secret(),
                        OUR_NAME,
                        banks.callbacks().resolve("/callbacks/domestic"),
                        banks.timeout()),
                clock);
    }

    @Bean
    Iso20022Bank internationalBank(Settings settings, Clock clock) {
        Banks.International bank = settings.banks().international();
        return new Iso20022Bank(
                new InternationalSettings(
                        bank.uri(),
                        bank.clientKeyId(),
                        Ed25519Keys.privateKey(bank.clientPrivateKey()),
                        OUR_NAME,
                        settings.banks().timeout()),
                clock);
    }

    @Bean
    FirmRateDealer firmRateDealer(Settings settings, Corridors corridors, Clock clock) {
        Banks.Dealer dealer = settings.banks().dealer();
        return new FirmRateDealer(
                new DealerSettings(
                        dealer.uri(),
                        dealer.secret(),
                        accountsAbroad(corridors),
                        settings.banks().timeout()),
                clock);
    }

    /** Verifiers are named as in the path of their callbacks. */
    @Bean("domestic")
    CallbackVerifier domesticCallbacks(Settings settings, Clock clock) {
        return new DomesticCallbacks(settings.banks().domestic().secret(), clock)::verify;
    }

    @Bean("international")
    CallbackVerifier internationalCallbacks(Settings settings, Clock clock) {
        Banks.International bank = settings.banks().international();
        return new InternationalCallbacks(bank.bankKeyId(), Ed25519Keys.publicKey(bank.bankPublicKey()), clock)::verify;
    }

    @Bean("dealer")
    CallbackVerifier dealerCallbacks(Settings settings, Clock clock) {
        return new DealerCallbacks(settings.banks().dealer().secret(), clock)::verify;
    }

    @Bean
    CallbackReception callbackReception(Payments payments, BankCalls calls, PaymentWorkflows workflows, Clock clock) {
        return new CallbackReception(payments, calls, workflows, clock);
    }

    /** Our accounts at the dealer's bank. */
    static List<NostroAccount> accountsAbroad(Corridors corridors) {
        return corridors.all().stream()
                .map(Corridor::route)
                .flatMap(route -> Stream.of(route.dealerSource(), route.dealerDestination()))
                .distinct()
                .toList();
    }
}
