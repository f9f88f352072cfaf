package io.portolan.domain.bank;

import io.portolan.domain.money.Currency;
import java.util.regex.Pattern;

/** Our own account at a bank, such as {@code B-CNY} at bank B. */
public record NostroAccount(String bank, String number, Currency currency) {
    private static final Pattern BANK = Pattern.compile("[A-Z0-9]{1,11}");

    public NostroAccount {
        if (!BANK.matcher(bank).matches()) {
            throw new IllegalArgumentException("a bank's id is 1 to 11 capital letters or digits, not " + bank);
        }
        if (number.isBlank()) {
            throw new IllegalArgumentException("an account at bank " + bank + " has a number");
        }
    }
}
