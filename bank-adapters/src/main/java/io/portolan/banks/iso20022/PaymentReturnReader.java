package io.portolan.banks.iso20022;

import io.portolan.banks.http.InvalidResponse;
import io.portolan.banks.http.Response;
import io.portolan.domain.bank.PayoutOrder;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * What the bank's {@code pacs.004} says about the returns of one payout. A return of more than was paid is reported as it is, because the bank has
 * credited it; a document in which anything does not fit is not believed at all.
 */
record PaymentReturnReader(PayoutOrder order) {
    private static final String MESSAGE_TYPE = "pacs.004.001.09";

    List<PayoutReturn> read(Response response) throws InvalidResponse {
        response.requireStatus(200);
        XmlElement message = XmlElement.parseDocument(response, MESSAGE_TYPE).child("PmtRtr");
        List<PayoutReturn> returns = new ArrayList<>();
        for (XmlElement transaction : message.children("TxInf")) {
            returns.add(readReturn(transaction));
        }
        message.get("GrpHdr/NbOfTxs").requireEquals(Integer.toString(returns.size()));
        if (returns.stream().map(PayoutReturn::reference).distinct().count() < returns.size()) {
            throw new InvalidResponse("two returns have the same reference");
        }
        return List.copyOf(returns);
    }

    private PayoutReturn readReturn(XmlElement transaction) throws InvalidResponse {
        Currency currency = order.amount().currency();
        transaction.get("OrgnlInstrId").requireEquals(order.key().value());
        transaction.get("OrgnlEndToEndId").requireEquals(order.key().value());
        Money original = transaction.amount("OrgnlIntrBkSttlmAmt", currency);
        Money returned = transaction.amount("RtrdIntrBkSttlmAmt", currency);
        if (!original.equals(order.amount()) || !returned.isPositive()) {
            throw new InvalidResponse("the returned amount does not match the payout");
        }
        return new PayoutReturn(
                transaction.get("RtrId").identifier(),
                returned,
                RejectionReasons.reasonFor(transaction.get("RtrRsnInf/Rsn/Cd").text()),
                transaction.get("SttlmTmIndctn/CdtDtTm").time());
    }
}
