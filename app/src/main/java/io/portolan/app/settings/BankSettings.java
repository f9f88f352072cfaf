package io.portolan.app.settings;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.money.Currency;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A bank of the configuration: the protocol that it speaks, where it is, what we sign with, and our accounts there.
 *
 * @param credentials by the names that the protocol wants
 * @param accounts the number of our account by its currency; empty where we have none any more
 */
public record BankSettings(
        Protocol protocol,
        URI uri,
        @DefaultValue Map<String, String> credentials,
        @DefaultValue Map<String, String> accounts) {
    /** The protocols that banks speak. */
    public enum Protocol {
        /** Collections, refunds and transfers of our own money; statements. */
        SIGNED_JSON,
        /** Payouts abroad; statements. */
        ISO20022
    }

    public BankSettings {
        credentials = Map.copyOf(credentials);
        accounts = Map.copyOf(accounts);
    }

    /** Our accounts here, at the bank with this id. An environment variable gives the currency in small letters, beside the one of a file. */
    Stream<NostroAccount> accountsAt(String id) {
        return accounts.entrySet().stream()
                .filter(account -> !account.getValue().isBlank())
                .map(account -> new NostroAccount(
                        id, account.getValue(), Currency.of(account.getKey().toUpperCase(Locale.ROOT))))
                .distinct();
    }

    /** Keeps the credentials out of logs. */
    @Override
    public String toString() {
        return "BankSettings[" + protocol + ", " + uri + ", " + accounts + "]";
    }
}
