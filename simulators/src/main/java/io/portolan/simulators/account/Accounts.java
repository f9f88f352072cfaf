package io.portolan.simulators.account;

import io.portolan.simulators.money.Currency;
import io.portolan.simulators.money.Money;
import io.portolan.simulators.store.Sql;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All simulated accounts. A transfer debits one account by what it credits to the other, so the sum of all balances of
 * a currency never changes.
 */
public final class Accounts {

    /** The accounts that Portolan holds, each named by bank id and currency. */
    public static final List<String> CUSTOMER_ACCOUNTS =
            List.of("B-CNY", "B-USD", "D-CNY", "D-USD", "D-EUR", "D-JPY", "D-KWD");

    private static final String INSERT = "insert into account (id, holder, currency, opening_balance, balance)"
            + " values (?, ?, ?, ?, ?) on conflict (id) do nothing";

    /**
     * Opens Portolan's accounts and the dealer's pools unless they are open; an opening balance counts only for a new
     * account. Returns how many were opened.
     */
    public int open(Sql sql, Map<String, Long> openingBalances) {
        int opened = 0;
        for (String id : CUSTOMER_ACCOUNTS) {
            long openingBalance = openingBalances.getOrDefault(id, 0L);
            opened += sql.update(INSERT, id, Holder.CUSTOMER, currencyOf(id), openingBalance, openingBalance);
        }
        for (Currency currency : Currency.values()) {
            opened += sql.update(INSERT, dealerPool(currency), Holder.DEALER, currency, 0L, 0L);
        }
        return opened;
    }

    /** Portolan's account at the dealer's bank. */
    public static String customerAccountAtDealerBank(Currency currency) {
        return "D-" + currency;
    }

    /** The dealer's own pool of a currency. */
    public static String dealerPool(Currency currency) {
        return "DEALER-" + currency;
    }

    /** An account at a bank that is not simulated. */
    public static String externalAccount(String bank, String account, Currency currency) {
        return bank + ":" + account + ":" + currency;
    }

    public static Currency currencyOf(String customerAccount) {
        return Currency.valueOf(customerAccount.substring(customerAccount.indexOf('-') + 1));
    }

    /** Whether this is one of Portolan's accounts, at the bank with this id and in this currency. */
    public static boolean isCustomerAccount(String id, String bank, Currency currency) {
        return CUSTOMER_ACCOUNTS.contains(id) && id.startsWith(bank + "-") && currencyOf(id) == currency;
    }

    /** Whether this is the number of one of Portolan's accounts, wherever it is. */
    public static boolean isCustomerAccountNumber(String id) {
        return CUSTOMER_ACCOUNTS.contains(id);
    }

    /** Whether the debited account has sufficient funds; always true for accounts that may be overdrawn. */
    public boolean isCovered(Sql sql, AccountTransfer transfer) {
        return sql.number(
                        "select count(*) from account where id = ? and holder = ? and balance < ?",
                        transfer.from(),
                        Holder.CUSTOMER,
                        transfer.money().minorUnits())
                == 0;
    }

    /**
     * Books a transfer on both accounts and returns the number of the credited account's entry. The caller has checked in
     * the same transaction that it is covered.
     */
    public long book(Sql sql, AccountTransfer transfer, BookingDetails details) {
        add(sql, transfer.from(), negated(transfer.money()), details);
        return add(sql, transfer.to(), transfer.money(), details);
    }

    public Optional<Account> find(Sql sql, String id) {
        return sql.first(
                "select id, currency, opening_balance, balance from account where id = ?",
                row -> new Account(
                        row.getString("id"),
                        Currency.valueOf(row.getString("currency")),
                        row.getLong("opening_balance"),
                        row.getLong("balance")),
                id);
    }

    private long add(Sql sql, String id, Money money, BookingDetails details) {
        sql.update(INSERT, id, Holder.EXTERNAL, money.currency(), 0L, 0L);
        var account = find(sql, id).orElseThrow();
        if (account.currency() != money.currency()) {
            throw new IllegalArgumentException(money.currency() + " on " + id);
        }
        long balance = Math.addExact(account.balance(), money.minorUnits());
        sql.update("update account set balance = ? where id = ?", balance, id);
        return sql.insert(
                "insert into entry (account, business_date, instruction, purpose, amount, balance_after, booked_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                id,
                LocalDate.ofInstant(details.bookedAt(), ZoneOffset.UTC).toString(),
                details.instruction(),
                details.purpose(),
                money.minorUnits(),
                balance,
                details.bookedAt());
    }

    private static Money negated(Money money) {
        return new Money(money.currency(), Math.negateExact(money.minorUnits()));
    }
}
