package io.portolan.simulators.bank.domestic;

import io.portolan.simulators.wire.JsonFields;

/** The debtor or the creditor of an order. */
record Party(String name, String account, String bank) {

    static Party parse(JsonFields fields) {
        var party = new Party(fields.text("name"), fields.text("account"), fields.text("bank"));
        fields.rejectUnknown();
        return party;
    }

    boolean isAtBank(String bankId) {
        return bank.equals(bankId);
    }

    /** The last four digits of the account, which choose the test scenario. */
    String lastFourDigits() {
        return account.substring(Math.max(0, account.length() - 4));
    }
}
