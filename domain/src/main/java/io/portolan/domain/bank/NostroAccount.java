package io.portolan.domain.bank;

import io.portolan.domain.money.Currency;

/** Our own account at a bank, such as {@code B-CNY} at bank B. */
public record NostroAccount(String bank, String number, Currency currency) {}
