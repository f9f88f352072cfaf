package io.portolan.domain.bank;

import io.portolan.domain.party.Party;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The banks of the configuration, by id. A payment names its banks in its accounts, so a bank that is asked for and not configured is a fault of
 * ours: each method throws {@link IllegalStateException} then, and the payment waits for the configuration to be mended.
 */
public interface Banks {
    /** The bank as one that collects from buyers, refunds them, and moves our own money. */
    CollectionBank collectionBank(String id);

    /** The bank as one that pays sellers. */
    PayoutBank payoutBank(String id);

    /** The bank as one that gives statements of our accounts. */
    StatementBank statementBank(String id);

    /** Who holds our accounts, as banks have to be told: our name and address. */
    Party accountHolder();

    /** All our accounts at all banks. */
    NostroAccounts accounts();

    /** Who gives the statements of each of these accounts. */
    default Map<NostroAccount, StatementBank> statementBanks(List<NostroAccount> accounts) {
        return accounts.stream()
                .collect(Collectors.toMap(Function.identity(), account -> statementBank(account.bank())));
    }
}
