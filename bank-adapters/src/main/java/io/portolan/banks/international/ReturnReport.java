package io.portolan.banks.international;

import io.portolan.domain.bank.PayoutOrder;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;

/** What the bank's {@code pacs.004} says about the return of one payout. More than was paid out cannot come back. */
record ReturnReport(PayoutOrder order) {
    private static final String TYPE = "pacs.004.001.09";

    PayoutReturn read(Answer answer) throws Untrustworthy {
        if (answer.status() != 200) {
            throw answer.unexpected();
        }
        Currency currency = order.amount().currency();
        XmlElement transaction = answer.document(TYPE).child("PmtRtr/TxInf");
        transaction.expect("OrgnlInstrId", order.key().value());
        transaction.expect("OrgnlEndToEndId", order.key().value());
        Money original = transaction.amount("OrgnlIntrBkSttlmAmt", currency);
        Money returned = transaction.amount("RtrdIntrBkSttlmAmt", currency);
        if (!original.equals(order.amount()) || !returned.isPositive() || returned.compareTo(original) > 0) {
            throw new Untrustworthy("the returned amount does not fit the payout");
        }
        return new PayoutReturn(
                transaction.word("RtrId"),
                returned,
                Refusal.of(transaction.text("RtrRsnInf/Rsn/Cd")),
                transaction.time("SttlmTmIndctn/CdtDtTm"));
    }
}
