package io.portolan.domain.ledger;

import io.portolan.domain.money.Money;

/** An account's present balance (debit positive) and how many postings led to it. */
public record AccountBalance(AccountId account, Money balance, long postings) {}
