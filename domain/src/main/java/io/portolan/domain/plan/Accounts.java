package io.portolan.domain.plan;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.money.Currency;

/** Which account of the book stands for what in a payment. */
public final class Accounts {
    private Accounts() {}

    /** Our money at a bank. */
    public static AccountId nostro(NostroAccount account) {
        return new AccountId(AccountKind.NOSTRO, account.bank(), account.currency());
    }

    /** What a bank has booked and not settled. */
    public static AccountId inTransit(NostroAccount account) {
        return new AccountId(AccountKind.IN_TRANSIT, account.bank(), account.currency());
    }

    /** What we owe for a merchant's payments. */
    public static AccountId payable(MerchantId merchant, Currency currency) {
        return new AccountId(AccountKind.PAYABLE, merchant.value(), currency);
    }

    /** What a merchant's buyers are owed whose bank rejected the refund. */
    public static AccountId unclaimed(MerchantId merchant, Currency currency) {
        return new AccountId(AccountKind.UNCLAIMED_REFUND, merchant.value(), currency);
    }

    /** What a merchant owes us. */
    public static AccountId receivable(MerchantId merchant, Currency currency) {
        return new AccountId(AccountKind.RECEIVABLE, merchant.value(), currency);
    }

    /** An account of ours of which there is one for each currency. */
    public static AccountId house(AccountKind kind, Currency currency) {
        return AccountId.ofHouse(kind, currency);
    }
}
