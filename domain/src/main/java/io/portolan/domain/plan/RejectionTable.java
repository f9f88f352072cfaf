package io.portolan.domain.plan;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import java.util.List;

/**
 * What happens upon each rejection: the one table, by the code that is recorded and the ISO 20022 external code that means the same. A code that is not in it is final. The
 * table in docs/domain.md is made from it.
 */
public final class RejectionTable {
    /** Whose trouble a rejection is. */
    public enum Trouble {
        BUYER,
        PAYEE,
        OURS,
        BANK
    }

    /**
     * A rejection.
     *
     * @param code as it is recorded
     * @param isoCode the ISO 20022 external status reason that means the same; empty where there is none
     * @param kinds the movements for which this row holds
     * @param trouble whose it is
     * @param remedy what would have to change for another attempt; NONE: it is final
     */
    public record Row(String code, String isoCode, List<MovementKind> kinds, Trouble trouble, Remedy remedy) {}

    private static final List<MovementKind> FROM_BUYER = List.of(MovementKind.COLLECTION);
    private static final List<MovementKind> TO_BUYER = List.of(MovementKind.REFUND);
    private static final List<MovementKind> TO_PAYEE = List.of(MovementKind.PAYOUT);
    private static final List<MovementKind> TRADES = List.of(MovementKind.TRADE, MovementKind.REVERSAL);
    private static final List<MovementKind> OWN = List.of(MovementKind.TOP_UP, MovementKind.TOP_UP_RETURN);
    private static final List<MovementKind> FROM_US =
            List.of(MovementKind.TOP_UP, MovementKind.PAYOUT, MovementKind.TOP_UP_RETURN, MovementKind.REFUND);

    private static final List<Row> ROWS = List.of(
            new Row("insufficient_funds", "AM04", FROM_BUYER, Trouble.BUYER, Remedy.NONE),
            new Row("insufficient_funds", "AM04", FROM_US, Trouble.OURS, Remedy.WAIT),
            new Row("insufficient_funds", "AM04", TRADES, Trouble.OURS, Remedy.WAIT),
            new Row("am04", "AM04", FROM_US, Trouble.OURS, Remedy.WAIT),
            new Row("account_closed", "AC04", FROM_BUYER, Trouble.BUYER, Remedy.NONE),
            new Row("account_closed", "AC04", TO_BUYER, Trouble.BUYER, Remedy.NONE),
            new Row("account_unknown", "AC01", FROM_BUYER, Trouble.BUYER, Remedy.NONE),
            new Row("account_unknown", "AC01", TO_BUYER, Trouble.BUYER, Remedy.NONE),
            new Row("iban_not_supported", "AC01", FROM_BUYER, Trouble.BUYER, Remedy.NONE),
            new Row("refund_exceeds_collection", "AM09", TO_BUYER, Trouble.OURS, Remedy.NONE),
            new Row("limit_exceeded", "AM14", FROM_BUYER, Trouble.BUYER, Remedy.NONE),
            new Row("limit_exceeded", "AM14", OWN, Trouble.OURS, Remedy.WAIT),
            new Row("limit_exceeded", "AM14", TO_BUYER, Trouble.OURS, Remedy.WAIT),
            new Row("ac01", "AC01", TO_PAYEE, Trouble.PAYEE, Remedy.CORRECT_PAYEE),
            new Row("be04", "BE04", TO_PAYEE, Trouble.PAYEE, Remedy.CORRECT_PAYEE),
            new Row("rc01", "RC01", TO_PAYEE, Trouble.PAYEE, Remedy.CORRECT_PAYEE),
            new Row("ac04", "AC04", TO_PAYEE, Trouble.PAYEE, Remedy.NONE),
            new Row("md07", "MD07", TO_PAYEE, Trouble.PAYEE, Remedy.NONE),
            new Row("ag01", "AG01", TO_PAYEE, Trouble.PAYEE, Remedy.NONE),
            new Row("ag01", "AG01", OWN, Trouble.OURS, Remedy.WAIT),
            new Row("ms03", "MS03", TO_PAYEE, Trouble.BANK, Remedy.NONE),
            new Row("quote_expired", "", TRADES, Trouble.OURS, Remedy.REQUOTE),
            new Row("quote_unknown", "", TRADES, Trouble.OURS, Remedy.REQUOTE),
            new Row("credit_limit", "", TRADES, Trouble.OURS, Remedy.OTHER_DEALER),
            new Row("dealer_closed", "", TRADES, Trouble.BANK, Remedy.OTHER_DEALER),
            new Row("pair_not_served", "", TRADES, Trouble.BANK, Remedy.OTHER_DEALER),
            new Row("amount_out_of_range", "", TRADES, Trouble.BANK, Remedy.OTHER_DEALER));

    private RejectionTable() {}

    /** Every row. */
    public static List<Row> rows() {
        return ROWS;
    }

    /** The reason with what could help this movement. A reason that has a remedy keeps it. */
    public static Reason classified(MovementKind kind, Reason reason) {
        if (reason.remedy() != Remedy.NONE) {
            return reason;
        }
        return ROWS.stream()
                .filter(row -> row.code().equals(reason.code()) && row.kinds().contains(kind))
                .findFirst()
                .map(row -> reason.with(row.remedy()))
                .orElse(reason);
    }
}
