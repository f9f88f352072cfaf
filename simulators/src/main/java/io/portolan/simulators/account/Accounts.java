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
 * All accounts of the simulated world. A movement takes from one what it gives to the other, so the sum of all balances
 * of a currency never changes.
 */
public final class Accounts {

    /** What Portolan holds, by the bank's letter and the currency. */
    public static final List<String> CUSTOMER_ACCOUNTS =
            List.of("B-CNY", "B-USD", "D-CNY", "D-USD", "D-EUR", "D-JPY", "D-KWD");

    private static final String INSERT = "insert into account (id, holder, currency, opening, balance)"
            + " values (?, ?, ?, ?, ?) on conflict (id) do nothing";

    /**
     * Opens Portolan's accounts and the dealer's pools where they are not open yet; only then do the funds count. Says how
     * many were opened.
     */
    public int open(Sql sql, Map<String, Long> funds) {
        int opened = 0;
        for (String id : CUSTOMER_ACCOUNTS) {
            long opening = funds.getOrDefault(id, 0L);
            opened += sql.update(INSERT, id, Holder.CUSTOMER, currencyOf(id), opening, opening);
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

    /** An account that is kept at a bank which nobody here plays in full. */
    public static String externalAccount(String bank, String account, Currency currency) {
        return bank + ":" + account + ":" + currency;
    }

    public static Currency currencyOf(String customerAccount) {
        return Currency.valueOf(customerAccount.substring(customerAccount.indexOf('-') + 1));
    }

    /** Portolan's account of this name and currency at the bank with this letter. */
    public static boolean isCustomerAccount(String id, String bank, Currency currency) {
        return CUSTOMER_ACCOUNTS.contains(id) && id.startsWith(bank + "-") && currencyOf(id) == currency;
    }

    /** Whether the money is there, for accounts that may not be overdrawn. */
    public boolean isCovered(Sql sql, AccountTransfer movement) {
        return sql.number(
                        "select count(*) from account where id = ? and holder = ? and balance < ?",
                        movement.from(),
                        Holder.CUSTOMER,
                        movement.money().minorUnits())
                == 0;
    }

    /** Books a movement on both accounts. Whether it is covered has been asked before, in the same transaction. */
    public void book(Sql sql, AccountTransfer movement, BookingDetails posting) {
        add(sql, movement.from(), negated(movement.money()), posting);
        add(sql, movement.to(), movement.money(), posting);
    }

    public Optional<Account> find(Sql sql, String id) {
        return sql.first(
                "select id, currency, opening, balance from account where id = ?",
                row -> new Account(
                        row.getString("id"),
                        Currency.valueOf(row.getString("currency")),
                        row.getLong("opening"),
                        row.getLong("balance")),
                id);
    }

    private void add(Sql sql, String id, Money money, BookingDetails posting) {
        sql.update(INSERT, id, Holder.EXTERNAL, money.currency(), 0L, 0L);
        var account = find(sql, id).orElseThrow();
        if (account.currency() != money.currency()) {
            throw new IllegalArgumentException(money.currency() + " on " + id);
        }
        long balance = Math.addExact(account.balance(), money.minorUnits());
        sql.update("update account set balance = ? where id = ?", balance, id);
        sql.update(
                "insert into entry (account, business_date, instruction, purpose, amount, balance_after, booked_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                id,
                LocalDate.ofInstant(posting.bookedAt(), ZoneOffset.UTC).toString(),
                posting.instruction(),
                posting.purpose(),
                money.minorUnits(),
                balance,
                posting.bookedAt());
    }

    private static Money negated(Money money) {
        return new Money(money.currency(), Math.negateExact(money.minorUnits()));
    }
}
