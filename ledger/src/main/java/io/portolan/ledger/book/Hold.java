package io.portolan.ledger.book;

import io.portolan.domain.ledger.AccountId;

/** Money set aside under its command's key, until a posting settles the hold or it is released. In minor units, positive. */
public record Hold(String key, AccountId account, long amount) {}
