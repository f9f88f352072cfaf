package io.portolan.app.wiring;

import io.portolan.app.settings.BankSettings;
import io.portolan.app.settings.CorridorSettings;
import io.portolan.app.settings.Settings;
import io.portolan.banks.iso20022.Ed25519Keys;
import io.portolan.banks.iso20022.Iso20022Bank;
import io.portolan.banks.iso20022.Iso20022CallbackVerifier;
import io.portolan.banks.iso20022.Iso20022Settings;
import io.portolan.banks.signedjson.SignedJsonBank;
import io.portolan.banks.signedjson.SignedJsonCallbackVerifier;
import io.portolan.banks.signedjson.SignedJsonSettings;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.corridor.Corridor;
import io.portolan.domain.corridor.Corridors;
import io.portolan.domain.operations.BankCalls;
import io.portolan.domain.payment.Payments;
import io.portolan.fx.firmrate.DealerCallbackVerifier;
import io.portolan.fx.firmrate.DealerSettings;
import io.portolan.fx.firmrate.FirmRateDealer;
import io.portolan.operations.callbacks.CallbackReceiver;
import io.portolan.operations.callbacks.CallbackVerifier;
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
        BankSettings banks = settings.banks();
        BankSettings.Domestic domestic = banks.domestic();
        return new SignedJsonBank(
                new SignedJsonSettings(
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
        BankSettings.International bank = settings.banks().international();
        return new Iso20022Bank(
                new Iso20022Settings(
                        bank.uri(),
                        bank.clientKeyId(),
                        Ed25519Keys.parsePrivateKey(bank.clientPrivateKey()),
                        OUR_NAME,
                        settings.banks().timeout()),
                clock);
    }

    @Bean
    FirmRateDealer firmRateDealer(Settings settings, Corridors corridors, Clock clock) {
        BankSettings.Dealer dealer = settings.banks().dealer();
        return new FirmRateDealer(
                new DealerSettings(
                        dealer.uri(),
                        dealer.secret(),
                        dealerAccounts(corridors),
                        settings.banks().timeout()),
                clock);
    }

    /** Verifiers are named as in the path of their callbacks. */
    @Bean("domestic")
    CallbackVerifier domesticCallbacks(Settings settings, Clock clock) {
        return new SignedJsonCallbackVerifier(settings.banks().domestic().secret(), clock)::verify;
    }

    @Bean("international")
    CallbackVerifier internationalCallbacks(Settings settings, Clock clock) {
        BankSettings.International bank = settings.banks().international();
        return new Iso20022CallbackVerifier(bank.bankKeyId(), Ed25519Keys.parsePublicKey(bank.bankPublicKey()), clock)
                ::verify;
    }

    @Bean("dealer")
    CallbackVerifier dealerCallbacks(Settings settings, Clock clock) {
        return new DealerCallbackVerifier(settings.banks().dealer().secret(), clock)::verify;
    }

    @Bean
    CallbackReceiver callbackReceiver(Payments payments, BankCalls calls, PaymentWorkflows workflows, Clock clock) {
        return new CallbackReceiver(payments, calls, workflows, clock);
    }

    /** Our accounts at the dealer's bank. */
    static List<NostroAccount> dealerAccounts(Corridors corridors) {
        return corridors.all().stream()
                .map(Corridor::route)
                .flatMap(route -> Stream.of(route.dealerSource(), route.dealerDestination()))
                .distinct()
                .toList();
    }
}
