package io.portolan.app.browser;

import java.util.EnumSet;
import java.util.Set;

/** An order for each story; the ends of the account numbers make the simulated banks behave as it needs. */
enum SampleOrder {
    PLAIN("6222020200112234001", "000123457001"),
    REJECTED("6222020200112234002", "000123450001"),
    NEVER_ANSWERED_BUT_EXECUTED("6222020200112234003", "000123450007"),
    NEVER_ANSWERED_NOR_EXECUTED("6222020200112234004", "000123450007"),
    NEVER_ANSWERED("6222020200112234009", "000123450007"),
    WAITING("6222020200112234005", "000123450011"),
    TO_CORRECT("6222020200112234006", "000123450011"),
    TO_UNWIND("6222020200112234007", "000123450011"),
    /** Its collection takes twelve seconds. */
    TO_CANCEL("6222020200112230003", "000123457002"),
    /** Its payout takes twelve seconds. */
    WATCHED("6222020200112234008", "000123450003");

    /** Sent before the first test; the others are sent while somebody looks. */
    static final Set<SampleOrder> FIRST = EnumSet.complementOf(EnumSet.of(TO_CANCEL, WATCHED));

    private final String payer;
    private final String payee;

    SampleOrder(String payer, String payee) {
        this.payer = payer;
        this.payee = payee;
    }

    String reference() {
        return "ORD-" + name().replace('_', '-');
    }

    String payer() {
        return payer;
    }

    String payee() {
        return payee;
    }
}
