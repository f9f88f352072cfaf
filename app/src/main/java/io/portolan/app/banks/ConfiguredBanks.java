package io.portolan.app.banks;

import io.portolan.app.settings.BankSettings;
import io.portolan.app.settings.ConnectionSettings;
import io.portolan.domain.bank.Banks;
import io.portolan.domain.bank.CollectionBank;
import io.portolan.domain.bank.NostroAccounts;
import io.portolan.domain.bank.PayoutBank;
import io.portolan.domain.bank.StatementBank;
import io.portolan.domain.party.Party;
import io.portolan.operations.callbacks.CallbackVerifier;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The banks of the configuration, each connected by its protocol. */
public final class ConfiguredBanks implements Banks, AutoCloseable {
    private final Map<String, BankConnection> connections = new TreeMap<>();
    private final NostroAccounts accounts;
    private final Party accountHolder;

    /** @throws IllegalArgumentException naming the bank and what is wrong with its settings */
    public ConfiguredBanks(
            Map<String, BankSettings> banks,
            NostroAccounts accounts,
            Party accountHolder,
            ConnectionSettings connection,
            Clock clock) {
        this.accounts = accounts;
        this.accountHolder = accountHolder;
        banks.forEach((id, bank) -> connections.put(id, BankConnection.open(id, bank, connection, clock)));
    }

    @Override
    public CollectionBank collectionBank(String id) {
        return require(id, BankConnection::collection, "collects");
    }

    @Override
    public PayoutBank payoutBank(String id) {
        return require(id, BankConnection::payout, "pays out");
    }

    @Override
    public StatementBank statementBank(String id) {
        return require(id, BankConnection::statements, "gives statements");
    }

    @Override
    public Party accountHolder() {
        return accountHolder;
    }

    @Override
    public NostroAccounts accounts() {
        return accounts;
    }

    /** Who verifies the callbacks of each bank, by its id. */
    public Map<String, CallbackVerifier> callbackVerifiers() {
        Map<String, CallbackVerifier> verifiers = new TreeMap<>();
        connections.forEach((id, connection) -> verifiers.put(id, connection.callbacks()));
        return verifiers;
    }

    private <P> P require(String id, Function<BankConnection, @Nullable P> port, String does) {
        BankConnection connection = connections.get(id);
        P bank = connection == null ? null : port.apply(connection);
        if (bank == null) {
            throw new IllegalStateException("no bank %s that %s is configured; there are %s"
                    .formatted(id, does, List.copyOf(connections.keySet())));
        }
        return bank;
    }

    @Override
    public void close() {
        connections.values().forEach(connection -> connection.end().run());
    }
}
