package io.portolan.console.text;

import io.portolan.domain.money.Money;
import java.util.Locale;

/** An amount as people read it: grouped digits with exactly the currency's decimals, and the currency beside them. */
public record AmountText(String digits, String currency) {
    private static final String MINUS = "\u2212";

    /** With a minus sign if negative. */
    public static AmountText of(Money money) {
        String pattern = "%,." + money.currency().exponent() + "f";
        String digits = String.format(Locale.ROOT, pattern, money.toDecimal().abs());
        return new AmountText(
                money.isNegative() ? MINUS + digits : digits, money.currency().code());
    }

    /** With a sign in any case but zero, for what is gained or lost. */
    public static AmountText ofSigned(Money money) {
        AmountText amount = of(money);
        return money.isPositive() ? new AmountText("+" + amount.digits, amount.currency) : amount;
    }

    /** Such as {@code 7,200.00 CNY}. */
    public static String format(Money money) {
        return of(money).toString();
    }

    @Override
    public String toString() {
        return digits + " " + currency;
    }
}
