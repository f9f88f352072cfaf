package io.portolan.banks.iso20022;

import io.portolan.domain.bank.PayoutOrder;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;

/** What the bank's {@code pacs.004} says about the return of one payout. More than was paid out cannot come back. */
record PaymentReturnReader(PayoutOrder order) {
    private static final String MESSAGE_TYPE = "pacs.004.001.09";

    PayoutReturn read(Response answer) throws InvalidResponse {
        if (answer.status() != 200) {
            throw answer.unexpectedStatus();
        }
        Currency currency = order.amount().currency();
        XmlElement transaction = answer.document(MESSAGE_TYPE).child("PmtRtr/TxInf");
        transaction.requireEquals("OrgnlInstrId", order.key().value());
        transaction.requireEquals("OrgnlEndToEndId", order.key().value());
        Money original = transaction.amount("OrgnlIntrBkSttlmAmt", currency);
        Money returned = transaction.amount("RtrdIntrBkSttlmAmt", currency);
        if (!original.equals(order.amount()) || !returned.isPositive() || returned.compareTo(original) > 0) {
            throw new InvalidResponse("the returned amount does not fit the payout");
        }
        return new PayoutReturn(
                transaction.identifier("RtrId"),
                returned,
                RejectionReasons.reasonFor(transaction.text("RtrRsnInf/Rsn/Cd")),
                transaction.time("SttlmTmIndctn/CdtDtTm"));
    }
}
