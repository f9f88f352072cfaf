package io.portolan.simulators.bank.domestic;

import io.portolan.simulators.wire.JsonFields;

/** One side of an order. */
record Party(String name, String account, String bank) {

    static Party parse(JsonFields fields) {
        var party = new Party(fields.text("name"), fields.text("account"), fields.text("bank"));
        fields.rejectUnknown();
        return party;
    }

    boolean isAtBank(String letter) {
        return bank.equals(letter);
    }

    /** What the magic goes by: the last four digits of the account. */
    String lastFourDigits() {
        return account.substring(Math.max(0, account.length() - 4));
    }
}
