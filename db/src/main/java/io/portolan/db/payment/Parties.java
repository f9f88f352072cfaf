package io.portolan.db.payment;

import static io.portolan.db.generated.Tables.PAYMENT_PARTY;

import io.portolan.db.column.MultiRowInsert;
import io.portolan.db.column.PartyColumns;
import io.portolan.db.column.PartyColumns.AddressColumns;
import io.portolan.db.generated.tables.records.PaymentPartyRecord;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.party.Party;
import io.portolan.domain.payment.Payment;
import java.util.List;
import org.jooq.DSLContext;

/** A payment's payer and payee as rows. */
final class Parties {
    static final String PAYER = "PAYER";
    static final String PAYEE = "PAYEE";

    private static final PartyColumns PARTY = new PartyColumns(
            PAYMENT_PARTY.NAME,
            PAYMENT_PARTY.ACCOUNT_NUMBER,
            PAYMENT_PARTY.ACCOUNT_BANK,
            new AddressColumns(
                    PAYMENT_PARTY.STREET,
                    PAYMENT_PARTY.BUILDING,
                    PAYMENT_PARTY.POSTAL_CODE,
                    PAYMENT_PARTY.CITY,
                    PAYMENT_PARTY.COUNTRY));

    private Parties() {}

    static void insert(DSLContext sql, Payment payment) {
        List<PaymentPartyRecord> rows = List.of(
                recordOf(payment.id(), PAYER, payment.order().payer()),
                recordOf(payment.id(), PAYEE, payment.order().payee()));
        MultiRowInsert.execute(sql, PAYMENT_PARTY, rows);
    }

    static void updatePayee(DSLContext sql, Payment payment) {
        sql.update(PAYMENT_PARTY)
                .set(recordOf(payment.id(), PAYEE, payment.order().payee()))
                .where(PAYMENT_PARTY.PAYMENT_ID.eq(payment.id()), PAYMENT_PARTY.ROLE.eq(PAYEE))
                .execute();
    }

    static Party partyOf(PaymentPartyRecord row) {
        return PARTY.require(row);
    }

    private static PaymentPartyRecord recordOf(PaymentId payment, String role, Party party) {
        PaymentPartyRecord row = new PaymentPartyRecord();
        row.setPaymentId(payment);
        row.setRole(role);
        PARTY.set(row, party);
        return row;
    }
}
