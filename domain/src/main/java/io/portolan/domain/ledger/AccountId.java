package io.portolan.domain.ledger;

import io.portolan.domain.money.Currency;
import java.util.regex.Pattern;

/** An account of our book: its kind, whose it is (a bank, a merchant, or {@code house}), and its one currency. */
public record AccountId(AccountKind kind, String holder, Currency currency) implements Comparable<AccountId> {
    public static final String HOUSE = "house";
    private static final Pattern HOLDER = Pattern.compile("[A-Za-z0-9-]{1,32}");

    public AccountId {
        if (!HOLDER.matcher(holder).matches()) {
            throw new IllegalArgumentException("an account's holder is 1 to 32 letters, digits or hyphens");
        }
    }

    public static AccountId ofHouse(AccountKind kind, Currency currency) {
        return new AccountId(kind, HOUSE, currency);
    }

    /** @throws IllegalArgumentException if the text is not {@link #code()} of an account */
    public static AccountId parse(String code) {
        String[] parts = code.split(":", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("an account is KIND:holder:CUR, not " + code);
        }
        return new AccountId(AccountKind.valueOf(parts[0]), parts[1], Currency.of(parts[2]));
    }

    /** Such as {@code NOSTRO:B:CNY}. */
    public String code() {
        return kind + ":" + holder + ":" + currency;
    }

    /** By kind, holder and currency. */
    @Override
    public int compareTo(AccountId other) {
        int byKind = kind.compareTo(other.kind);
        int byHolder = byKind != 0 ? byKind : holder.compareTo(other.holder);
        return byHolder != 0 ? byHolder : currency.compareTo(other.currency);
    }

    /** The same in every process: an enum's own hash is not. */
    @Override
    public int hashCode() {
        return (31 * kind.name().hashCode() + holder.hashCode()) * 31 + currency.hashCode();
    }

    @Override
    public String toString() {
        return code();
    }
}
