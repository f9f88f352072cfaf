package io.portolan.db.payment;

import static io.portolan.db.generated.Tables.PAYMENT;
import static io.portolan.db.generated.Tables.PAYMENT_METADATA;
import static io.portolan.db.generated.Tables.PAYMENT_PARTY;

import io.portolan.db.generated.tables.PaymentParty;
import io.portolan.db.generated.tables.records.PaymentRecord;
import io.portolan.db.payment.plan.Plans;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.payment.Order;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Refund;
import io.portolan.domain.plan.Plan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads payments from their rows, with five statements for any number of them. */
final class PaymentReader {
    private static final PaymentParty PAYER = PAYMENT_PARTY.as("payer");
    private static final PaymentParty PAYEE = PAYMENT_PARTY.as("payee");

    private final Map<PaymentId, Map<String, String>> metadata;
    private final Map<PaymentId, List<Plan>> plans;
    private final Map<PaymentId, List<Instruction>> instructions;
    private final Map<PaymentId, List<Refund>> refunds;

    private PaymentReader(DSLContext sql, List<PaymentId> ids) {
        this.metadata = metadataOf(sql, ids);
        this.plans = Plans.of(sql, ids);
        this.instructions = Instructions.of(sql, ids);
        this.refunds = Refunds.of(sql, ids);
    }

    /** The payments in the order of their ids here; what does not exist is left out. */
    static List<Payment> read(DSLContext sql, List<PaymentId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        PaymentReader reader = new PaymentReader(sql, ids);
        Map<PaymentId, Payment> payments = new HashMap<>();
        for (Record row : rows(sql, ids)) {
            payments.put(row.get(PAYMENT.ID), reader.paymentOf(row));
        }
        return ids.stream().map(payments::get).filter(Objects::nonNull).toList();
    }

    private static List<? extends Record> rows(DSLContext sql, List<PaymentId> ids) {
        return sql.select(PAYMENT.fields())
                .select(PAYER.fields())
                .select(PAYEE.fields())
                .from(PAYMENT)
                .join(PAYER)
                .on(PAYER.PAYMENT_ID.eq(PAYMENT.ID), PAYER.ROLE.eq(Parties.PAYER))
                .join(PAYEE)
                .on(PAYEE.PAYMENT_ID.eq(PAYMENT.ID), PAYEE.ROLE.eq(Parties.PAYEE))
                .where(PAYMENT.ID.in(ids))
                .fetch();
    }

    private static Map<PaymentId, Map<String, String>> metadataOf(DSLContext sql, List<PaymentId> ids) {
        Map<PaymentId, Map<String, String>> metadata = new HashMap<>();
        sql.selectFrom(PAYMENT_METADATA)
                .where(PAYMENT_METADATA.PAYMENT_ID.in(ids))
                .forEach(row -> metadata.computeIfAbsent(row.getPaymentId(), _ -> new HashMap<>())
                        .put(row.getName(), row.getValue()));
        return metadata;
    }

    private Payment paymentOf(Record row) {
        PaymentRecord payment = row.into(PAYMENT);
        PaymentId id = payment.getId();
        Order order = new Order(
                payment.getOrderReference(),
                payment.getQuoteId(),
                payment.getMaxSlippageBasisPoints(),
                Parties.partyOf(row.into(PAYER)),
                Parties.partyOf(row.into(PAYEE)),
                payment.getPurpose(),
                metadata.getOrDefault(id, Map.of()));
        return new Payment(
                id,
                payment.getMerchantId(),
                order,
                PaymentRows.priceOf(payment),
                RouteColumns.get(payment),
                StateColumns.get(
                        payment,
                        plans.getOrDefault(id, List.of()),
                        instructions.getOrDefault(id, List.of()),
                        refunds.getOrDefault(id, List.of())),
                payment.getCreatedAt(),
                payment.getUpdatedAt());
    }
}
