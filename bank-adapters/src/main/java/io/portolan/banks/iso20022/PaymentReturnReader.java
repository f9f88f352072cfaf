package io.portolan.banks.iso20022;

import io.portolan.banks.http.InvalidResponse;
import io.portolan.banks.http.Response;
import io.portolan.domain.bank.PayoutOrder;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;

/** What the bank's {@code pacs.004} says about the return of one payout. More than was paid out cannot come back. */
record PaymentReturnReader(PayoutOrder order) {
    private static final String MESSAGE_TYPE = "pacs.004.001.09";

    PayoutReturn read(Response response) throws InvalidResponse {
        response.requireStatus(200);
        Currency currency = order.amount().currency();
        XmlElement transaction =
                XmlElement.parseDocument(response, MESSAGE_TYPE).child("PmtRtr/TxInf");
        transaction.get("OrgnlInstrId").requireEquals(order.key().value());
        transaction.get("OrgnlEndToEndId").requireEquals(order.key().value());
        Money original = transaction.amount("OrgnlIntrBkSttlmAmt", currency);
        Money returned = transaction.amount("RtrdIntrBkSttlmAmt", currency);
        if (!original.equals(order.amount()) || !returned.isPositive() || returned.compareTo(original) > 0) {
            throw new InvalidResponse("the returned amount does not match the payout");
        }
        return new PayoutReturn(
                transaction.get("RtrId").identifier(),
                returned,
                RejectionReasons.reasonFor(transaction.get("RtrRsnInf/Rsn/Cd").text()),
                transaction.get("SttlmTmIndctn/CdtDtTm").time());
    }
}
