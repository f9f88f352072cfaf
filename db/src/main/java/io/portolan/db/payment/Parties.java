package io.portolan.db.payment;

import static io.portolan.db.generated.Tables.PAYMENT_PARTY;

import io.portolan.db.column.MultiRowInsert;
import io.portolan.db.generated.tables.records.PaymentPartyRecord;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
import io.portolan.domain.party.PostalAddress;
import io.portolan.domain.payment.Payment;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** A payment's payer and payee as rows. */
final class Parties {
    static final String PAYER = "PAYER";
    static final String PAYEE = "PAYEE";

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
        String bank = row.getAccountBank();
        AccountNumber account = bank == null
                ? new AccountNumber.Iban(row.getAccountNumber())
                : new AccountNumber.Local(row.getAccountNumber(), bank);
        return new Party(row.getName(), account, addressOf(row));
    }

    private static @Nullable PostalAddress addressOf(PaymentPartyRecord row) {
        return row.getCountry() == null
                ? null
                : new PostalAddress(
                        row.getStreet(), row.getBuilding(), row.getPostalCode(), row.getCity(), row.getCountry());
    }

    private static PaymentPartyRecord recordOf(PaymentId payment, String role, Party party) {
        PaymentPartyRecord row = new PaymentPartyRecord();
        row.setPaymentId(payment);
        row.setRole(role);
        row.setName(party.name());
        row.setAccountNumber(party.account().number());
        row.setAccountBank(
                switch (party.account()) {
                    case AccountNumber.Iban _ -> null;
                    case AccountNumber.Local local -> local.bank();
                });
        PostalAddress address = party.address();
        row.setStreet(address == null ? null : address.street());
        row.setBuilding(address == null ? null : address.building());
        row.setPostalCode(address == null ? null : address.postalCode());
        row.setCity(address == null ? null : address.city());
        row.setCountry(address == null ? null : address.country());
        return row;
    }
}
