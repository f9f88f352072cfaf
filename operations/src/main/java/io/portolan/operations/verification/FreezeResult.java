package io.portolan.operations.verification;

import io.portolan.domain.ledger.AccountId;

/** What became of an account that does not verify. In each case there is an alert. */
public sealed interface FreezeResult {
    /** Nothing moves on it until it is released. */
    record Frozen(AccountId account) implements FreezeResult {}

    /** An earlier verification or an operator froze it. */
    record AlreadyFrozen(AccountId account) implements FreezeResult {}

    /** The book did not let it be frozen: it is closed, for example. */
    record Rejected(AccountId account, String reason) implements FreezeResult {}

    /** The finding blames no one account, such as a wrong event: the alert is about the book. */
    record NoAccount() implements FreezeResult {}
}
