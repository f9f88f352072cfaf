package io.portolan.app.database;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.NostroAccounts;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.ledger.Posting;
import io.portolan.domain.money.Money;
import java.util.List;
import java.util.Map;

/** Our own money at the banks when the book was opened. Changing a figure later is rejected by the ledger: it is corrected by entries, not by settings. */
final class OpeningBalances {
    private OpeningBalances() {}

    /** @param balances decimal amounts by the number of our account, such as {@code B-CNY} */
    static List<JournalEntry> entries(Map<String, String> balances, NostroAccounts accounts) {
        return balances.entrySet().stream()
                .map(balance -> entry(accounts.withNumber(balance.getKey()), balance.getValue()))
                .toList();
    }

    private static JournalEntry entry(NostroAccount account, String decimal) {
        Money amount = Money.parse(account.currency(), decimal);
        AccountId nostro = new AccountId(AccountKind.NOSTRO, account.bank(), account.currency());
        AccountId ownFunds = AccountId.ofHouse(AccountKind.OWN_FUNDS, amount.currency());
        return new JournalEntry(
                "opening/" + nostro.code(),
                null,
                "opening balance",
                List.of(Posting.debit(nostro, amount), Posting.credit(ownFunds, amount)));
    }
}
