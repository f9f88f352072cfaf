package io.portolan.fx.firmrate;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.money.Currency;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where the dealer is, how we sign to it, and our accounts at its bank, one for each currency: a trade that moved money
 * on any other is not ours. {@code timeLimit} is for one whole exchange, up to the last byte of the response.
 */
public record DealerSettings(URI baseUri, String secret, List<NostroAccount> accounts, Duration timeLimit) {
    public static final Duration DEFAULT_TIME_LIMIT = Duration.ofSeconds(3);

    public DealerSettings {
        accounts = List.copyOf(accounts);
        requireSecret(secret);
        if (accounts.stream().map(NostroAccount::currency).distinct().count() < accounts.size()) {
            throw new IllegalArgumentException("only one account per currency is allowed");
        }
        if (!timeLimit.isPositive()) {
            throw new IllegalArgumentException("the time limit must be positive");
        }
    }

    static String requireSecret(String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("the secret is missing");
        }
        return secret;
    }

    /** The number of our account in this currency, if we have one. */
    Optional<String> accountNumber(Currency currency) {
        return accounts.stream()
                .filter(account -> account.currency().equals(currency))
                .map(NostroAccount::number)
                .findFirst();
    }

    boolean isOurs(String number) {
        return accounts.stream().anyMatch(account -> account.number().equals(number));
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "DealerSettings[" + baseUri + ", " + accounts + "]";
    }
}
