package io.portolan.demo.shop;

import io.portolan.demo.orders.DemoOrder;
import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
import io.portolan.domain.party.PostalAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The bodies that an order becomes. */
final class OrderJson {
    private static final int MOST_SLIPPAGE_BASIS_POINTS = 50;
    private static final String GOODS = "GDDS";

    private OrderJson() {}

    static JsonNode quote(DemoOrder order) {
        ObjectNode quote = object();
        quote.putObject("source")
                .put("currency", order.source().currency().code())
                .put("amount", order.source().minorUnits());
        quote.putObject("destination").put("currency", order.destination().code());
        return quote;
    }

    static JsonNode payment(DemoOrder order, String quote) {
        ObjectNode payment = object();
        payment.put("order_reference", order.reference());
        payment.put("quote", quote);
        payment.put("max_slippage_bps", MOST_SLIPPAGE_BASIS_POINTS);
        payment.set("payer", party(order.payer()));
        payment.set("payee", party(order.payee()));
        payment.put("purpose", GOODS);
        payment.putObject("metadata").put("row", Long.toString(order.lineNumber()));
        return payment;
    }

    private static ObjectNode party(Party party) {
        ObjectNode json = object();
        json.put("name", party.name());
        json.set("account", account(party.account()));
        PostalAddress address = party.address();
        if (address != null) {
            json.putObject("address")
                    .put("street", address.street())
                    .put("building", address.building())
                    .put("postal_code", address.postalCode())
                    .put("city", address.city())
                    .put("country", address.country());
        }
        return json;
    }

    private static ObjectNode account(AccountNumber account) {
        return switch (account) {
            case AccountNumber.Iban(String number) -> object().put("iban", number);
            case AccountNumber.Local(String number, String bank) ->
                object().put("number", number).put("bank", bank);
        };
    }

    private static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }
}
