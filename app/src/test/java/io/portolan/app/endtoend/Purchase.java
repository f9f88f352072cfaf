package io.portolan.app.endtoend;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a buyer orders. Its accounts and its reference may choose a scenario of the simulators (docs/protocols.md); those given here choose none.
 *
 * @param amount in minor units of the source currency
 */
record Purchase(String reference, String sourceCurrency, long amount, String currency, String payer, Payee payee) {
    private static final String SOURCE = "CNY";
    private static final String PAYER = "6222020200112234";
    private static final String AMERICAN = "00012345";

    /** Where the money goes; {@code bank} is empty for an IBAN. */
    record Payee(String account, String bank, String city, String country) {}

    /** 7,200.00 CNY to the United States. */
    static Purchase inDollars(String reference) {
        return new Purchase(reference, SOURCE, 720_000, "USD", PAYER + "001", american("7001"));
    }

    /** 450.00 USD to Germany. */
    static Purchase inEurosForDollars(String reference) {
        Payee payee = new Payee("DE89370400440532013000", "", "Berlin", "DE");
        return new Purchase(reference, "USD", 45_000, "EUR", PAYER + "006", payee);
    }

    static Purchase inYen(String reference) {
        Payee payee = new Payee("000123457004", "BOTKJPJT", "Kyoto", "JP");
        return new Purchase(reference, SOURCE, 260_000, "JPY", PAYER + "004", payee);
    }

    static Purchase inDinars(String reference) {
        Payee payee = new Payee("KW93CBKU0000000000123456787005", "", "Kuwait City", "KW");
        return new Purchase(reference, SOURCE, 3_125_050, "KWD", PAYER + "005", payee);
    }

    /** The same, from a buyer's account that ends in these four digits. */
    Purchase fromAccountEnding(String digits) {
        return new Purchase(reference, sourceCurrency, amount, currency, "622202020011223" + digits, payee);
    }

    /** The same, to a seller's account in the United States that ends in these four digits. */
    Purchase toAccountEnding(String digits) {
        return new Purchase(reference, sourceCurrency, amount, currency, payer, american(digits));
    }

    JsonNode quote() {
        ObjectNode quote = JsonMapper.shared().createObjectNode();
        quote.putObject("source").put("currency", sourceCurrency).put("amount", amount);
        quote.putObject("destination").put("currency", currency);
        return quote;
    }

    JsonNode payment(String quote) {
        ObjectNode payment = JsonMapper.shared().createObjectNode();
        payment.put("order_reference", reference);
        payment.put("quote", quote);
        payment.put("max_slippage_bps", 50);
        payment.putObject("payer")
                .put("name", "Li Wei")
                .putObject("account")
                .put("number", payer)
                .put("bank", "A");
        ObjectNode seller = payment.putObject("payee").put("name", "Acme Outdoor LLC");
        ObjectNode account = seller.putObject("account");
        if (payee.bank().isEmpty()) {
            account.put("iban", payee.account());
        } else {
            account.put("number", payee.account()).put("bank", payee.bank());
        }
        seller.putObject("address")
                .put("street", "Main Street")
                .put("building", "12")
                .put("postal_code", "94016")
                .put("city", payee.city())
                .put("country", payee.country());
        payment.put("purpose", "GDDS");
        return payment;
    }

    private static Payee american(String digits) {
        return new Payee(AMERICAN + digits, "C", "Daly City", "US");
    }
}
