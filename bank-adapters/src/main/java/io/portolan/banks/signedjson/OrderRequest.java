package io.portolan.banks.signedjson;

import io.portolan.banks.http.JsonFields;
import io.portolan.domain.bank.DomesticOrder;
import io.portolan.domain.bank.DomesticOrder.Collection;
import io.portolan.domain.bank.DomesticOrder.Refund;
import io.portolan.domain.bank.DomesticOrder.TopUp;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An order as the bank's JSON. The same order gives the same bytes each time, because the bank compares them under its
 * key.
 */
record OrderRequest(DomesticOrder order, SignedJsonSettings settings) {

    /** The bank's code for the kind of order. */
    static String kindOf(DomesticOrder order) {
        return switch (order) {
            case Collection _ -> "COLLECTION";
            case Refund _ -> "REFUND";
            case TopUp _ -> "TRANSFER";
        };
    }

    /** The bank has no field for an IBAN. */
    static boolean isRepresentable(DomesticOrder order) {
        return switch (order) {
            case Collection collection -> collection.payer().account() instanceof AccountNumber.Local;
            case Refund refund -> refund.payer().account() instanceof AccountNumber.Local;
            case TopUp _ -> true;
        };
    }

    String json() {
        ObjectNode json = JsonFields.newObject();
        json.put("orderNo", order.key().value());
        json.put("kind", kindOf(order));
        json.put("amount", order.amount().toDecimal().toPlainString());
        json.put("currency", order.amount().currency().code());
        json.set("debtor", debtor());
        json.set("creditor", creditor());
        json.put("originalOrderNo", originalOrderNo());
        json.put("reference", order.reference());
        json.put(
                "notifyUrl",
                settings.callbackUri() == null ? null : settings.callbackUri().toString());
        return json.toString();
    }

    private ObjectNode debtor() {
        return switch (order) {
            case Collection collection -> buyerJson(collection.payer());
            case Refund refund -> ourJson(refund.from());
            case TopUp topUp -> ourJson(topUp.from());
        };
    }

    private ObjectNode creditor() {
        return switch (order) {
            case Collection collection -> ourJson(collection.into());
            case Refund refund -> buyerJson(refund.payer());
            case TopUp topUp -> ourJson(topUp.into());
        };
    }

    private @Nullable String originalOrderNo() {
        return switch (order) {
            case Refund refund -> refund.collection().value();
            case Collection _, TopUp _ -> null;
        };
    }

    private static ObjectNode buyerJson(Party party) {
        return switch (party.account()) {
            case AccountNumber.Local(String number, String bank) -> accountJson(party.name(), number, bank);
            case AccountNumber.Iban _ -> throw new IllegalArgumentException("this bank does not support IBANs");
        };
    }

    private ObjectNode ourJson(NostroAccount account) {
        return accountJson(settings.accountHolder(), account.number(), account.bank());
    }

    private static ObjectNode accountJson(String name, String account, String bank) {
        return JsonFields.newObject().put("name", name).put("account", account).put("bank", bank);
    }
}
