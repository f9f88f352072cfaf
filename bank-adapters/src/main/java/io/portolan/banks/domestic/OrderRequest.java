package io.portolan.banks.domestic;

import io.portolan.domain.bank.DomesticOrder;
import io.portolan.domain.bank.DomesticOrder.Collection;
import io.portolan.domain.bank.DomesticOrder.Refund;
import io.portolan.domain.bank.DomesticOrder.TopUp;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An order in the bank's words. The same order gives the same bytes each time, because the bank compares them under its key. */
record OrderRequest(DomesticOrder order, DomesticSettings settings) {

    /** The bank's word for the kind of order. */
    static String kindOf(DomesticOrder order) {
        return switch (order) {
            case Collection _ -> "COLLECTION";
            case Refund _ -> "REFUND";
            case TopUp _ -> "TRANSFER";
        };
    }

    /** The bank has no field for an IBAN. */
    static boolean canSay(DomesticOrder order) {
        return switch (order) {
            case Collection collection -> collection.payer().account() instanceof AccountNumber.Local;
            case Refund refund -> refund.payer().account() instanceof AccountNumber.Local;
            case TopUp _ -> true;
        };
    }

    String json() {
        ObjectNode json = JsonFields.JSON.createObjectNode();
        json.put("orderNo", order.key().value());
        json.put("kind", kindOf(order));
        json.put("amount", order.amount().toDecimal().toPlainString());
        json.put("currency", order.amount().currency().code());
        json.set("debtor", debtor());
        json.set("creditor", creditor());
        json.put("originalOrderNo", originalOrder());
        json.put("reference", order.reference());
        json.put(
                "notifyUrl",
                settings.notifyUrl() == null ? null : settings.notifyUrl().toString());
        return json.toString();
    }

    private ObjectNode debtor() {
        return switch (order) {
            case Collection collection -> buyer(collection.payer());
            case Refund refund -> us(refund.from());
            case TopUp topUp -> us(topUp.from());
        };
    }

    private ObjectNode creditor() {
        return switch (order) {
            case Collection collection -> us(collection.into());
            case Refund refund -> buyer(refund.payer());
            case TopUp topUp -> us(topUp.into());
        };
    }

    private @Nullable String originalOrder() {
        return switch (order) {
            case Refund refund -> refund.collection().value();
            case Collection _, TopUp _ -> null;
        };
    }

    private static ObjectNode buyer(Party party) {
        return switch (party.account()) {
            case AccountNumber.Local(String number, String bank) -> side(party.name(), number, bank);
            case AccountNumber.Iban _ -> throw new IllegalArgumentException("the domestic bank does not know IBANs");
        };
    }

    private ObjectNode us(NostroAccount account) {
        return side(settings.accountHolder(), account.number(), account.bank());
    }

    private static ObjectNode side(String name, String account, String bank) {
        return JsonFields.JSON
                .createObjectNode()
                .put("name", name)
                .put("account", account)
                .put("bank", bank);
    }
}
