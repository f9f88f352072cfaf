package io.portolan.db.payment;

import static io.portolan.db.generated.Tables.PAYMENT;
import static io.portolan.db.generated.Tables.PAYMENT_METADATA;
import static io.portolan.db.generated.Tables.PAYMENT_PARTY;
import static io.portolan.db.generated.Tables.UNWIND_PLAN;

import io.portolan.db.generated.tables.PaymentParty;
import io.portolan.db.generated.tables.records.PaymentRecord;
import io.portolan.db.generated.tables.records.UnwindPlanRecord;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.payment.Order;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentState;
import io.portolan.domain.plan.UnwindPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Reads payments from their rows, with three statements for any number of them. */
final class PaymentReader {
    private static final PaymentParty PAYER = PAYMENT_PARTY.as("payer");
    private static final PaymentParty PAYEE = PAYMENT_PARTY.as("payee");

    private PaymentReader() {}

    /** The payments in the order of their ids here; what does not exist is left out. */
    static List<Payment> read(DSLContext sql, List<PaymentId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<PaymentId, Map<String, String>> metadata = metadataOf(sql, ids);
        Map<PaymentId, List<Instruction>> instructions = Instructions.of(sql, ids);
        Map<PaymentId, Payment> payments = new HashMap<>();
        for (Record row : rows(sql, ids)) {
            PaymentId id = row.get(PAYMENT.ID);
            payments.put(
                    id, paymentOf(row, metadata.getOrDefault(id, Map.of()), instructions.getOrDefault(id, List.of())));
        }
        return ids.stream().map(payments::get).filter(Objects::nonNull).toList();
    }

    private static List<? extends Record> rows(DSLContext sql, List<PaymentId> ids) {
        return sql.select(PAYMENT.fields())
                .select(PAYER.fields())
                .select(PAYEE.fields())
                .select(UNWIND_PLAN.fields())
                .from(PAYMENT)
                .join(PAYER)
                .on(PAYER.PAYMENT_ID.eq(PAYMENT.ID), PAYER.ROLE.eq(Parties.PAYER))
                .join(PAYEE)
                .on(PAYEE.PAYMENT_ID.eq(PAYMENT.ID), PAYEE.ROLE.eq(Parties.PAYEE))
                .leftJoin(UNWIND_PLAN)
                .on(UNWIND_PLAN.PAYMENT_ID.eq(PAYMENT.ID))
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

    private static Payment paymentOf(Record row, Map<String, String> metadata, List<Instruction> instructions) {
        PaymentRecord payment = row.into(PAYMENT);
        Order order = new Order(
                payment.getOrderReference(),
                payment.getQuoteId(),
                payment.getMaxSlippageBasisPoints(),
                Parties.partyOf(row.into(PAYER)),
                Parties.partyOf(row.into(PAYEE)),
                payment.getPurpose(),
                metadata);
        PaymentState state = new PaymentState(
                payment.getStage(),
                PaymentRows.parkingOf(payment),
                PaymentRows.reasonOf(payment),
                instructions,
                planOf(row.into(UNWIND_PLAN)),
                payment.getCancelRequestedAt());
        return new Payment(
                payment.getId(),
                payment.getMerchantId(),
                order,
                PaymentRows.priceOf(payment),
                PaymentRows.routeOf(payment),
                state,
                payment.getCreatedAt(),
                payment.getUpdatedAt());
    }

    private static @Nullable UnwindPlan planOf(UnwindPlanRecord row) {
        return row.getPaymentId() == null ? null : UnwindPlans.planOf(row);
    }
}
