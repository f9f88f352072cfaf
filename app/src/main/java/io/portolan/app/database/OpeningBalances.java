package io.portolan.app.database;

import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.ledger.Posting;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.util.List;
import java.util.Map;

/** Our own money at the banks when the book was opened. Changing a figure later is rejected by the ledger: it is corrected by entries, not by settings. */
final class OpeningBalances {
    private OpeningBalances() {}

    /** @param balances decimal amounts by account, such as {@code B-CNY} */
    static List<JournalEntry> entries(Map<String, String> balances) {
        return balances.entrySet().stream()
                .map(balance -> entry(balance.getKey(), balance.getValue()))
                .toList();
    }

    private static JournalEntry entry(String account, String decimal) {
        String[] parts = account.split("-", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException(
                    "portolan.opening-balances: an account must look like B-CNY, not " + account);
        }
        Money amount = Money.parse(Currency.of(parts[1]), decimal);
        AccountId nostro = new AccountId(AccountKind.NOSTRO, parts[0], amount.currency());
        AccountId ownFunds = AccountId.ofHouse(AccountKind.OWN_FUNDS, amount.currency());
        return new JournalEntry(
                "opening/" + nostro.code(),
                null,
                "opening balance",
                List.of(Posting.debit(nostro, amount), Posting.credit(ownFunds, amount)));
    }
}
