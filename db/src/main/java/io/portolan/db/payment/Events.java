package io.portolan.db.payment;

import static io.portolan.db.generated.Tables.PAYMENT_EVENT;
import static io.portolan.db.generated.Tables.PAYMENT_EVENT_DETAIL;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import io.portolan.db.column.MultiRowInsert;
import io.portolan.db.generated.tables.records.PaymentEventDetailRecord;
import io.portolan.db.generated.tables.records.PaymentEventRecord;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.payment.PaymentEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** A payment's events as rows, in the order in which they were written. */
final class Events {
    private Events() {}

    /** The payment's row must be locked, or new. */
    static void append(DSLContext sql, PaymentId payment, List<PaymentEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        int position = lastPosition(sql, payment);
        List<PaymentEventRecord> rows = new ArrayList<>();
        List<PaymentEventDetailRecord> details = new ArrayList<>();
        for (PaymentEvent event : events) {
            position++;
            rows.add(new PaymentEventRecord(event.payment(), position, event.id(), event.type(), event.occurredAt()));
            details.addAll(detailsOf(event, position));
        }
        MultiRowInsert.execute(sql, PAYMENT_EVENT, rows);
        MultiRowInsert.execute(sql, PAYMENT_EVENT_DETAIL, details);
    }

    static List<PaymentEvent> of(DSLContext sql, PaymentId payment, String after, int limit) {
        List<PaymentEventRecord> rows = sql.selectFrom(PAYMENT_EVENT)
                .where(PAYMENT_EVENT.PAYMENT_ID.eq(payment), PAYMENT_EVENT.POSITION.gt(positionOf(sql, payment, after)))
                .orderBy(PAYMENT_EVENT.POSITION)
                .limit(limit)
                .fetch();
        List<Integer> positions =
                rows.stream().map(PaymentEventRecord::getPosition).toList();
        Map<Integer, Map<String, String>> details = detailsOf(sql, payment, positions);
        return rows.stream()
                .map(row -> new PaymentEvent(
                        row.getId(),
                        row.getPaymentId(),
                        row.getType(),
                        row.getOccurredAt(),
                        details.getOrDefault(row.getPosition(), Map.of())))
                .toList();
    }

    private static int lastPosition(DSLContext sql, PaymentId payment) {
        return sql.select(coalesce(max(PAYMENT_EVENT.POSITION), inline(0)))
                .from(PAYMENT_EVENT)
                .where(PAYMENT_EVENT.PAYMENT_ID.eq(payment))
                .fetchSingle()
                .value1();
    }

    private static int positionOf(DSLContext sql, PaymentId payment, String event) {
        return event.isEmpty()
                ? 0
                : sql.select(PAYMENT_EVENT.POSITION)
                        .from(PAYMENT_EVENT)
                        .where(PAYMENT_EVENT.ID.eq(event), PAYMENT_EVENT.PAYMENT_ID.eq(payment))
                        .fetchOptional(PAYMENT_EVENT.POSITION)
                        .orElse(Integer.MAX_VALUE);
    }

    private static List<PaymentEventDetailRecord> detailsOf(PaymentEvent event, int position) {
        List<PaymentEventDetailRecord> rows = new ArrayList<>();
        event.data()
                .forEach((name, value) ->
                        rows.add(new PaymentEventDetailRecord(event.payment(), position, rows.size(), name, value)));
        return rows;
    }

    private static Map<Integer, Map<String, String>> detailsOf(
            DSLContext sql, PaymentId payment, List<Integer> positions) {
        return sql
                .select(PAYMENT_EVENT_DETAIL.EVENT_POSITION, PAYMENT_EVENT_DETAIL.NAME, PAYMENT_EVENT_DETAIL.VALUE)
                .from(PAYMENT_EVENT_DETAIL)
                .where(PAYMENT_EVENT_DETAIL.PAYMENT_ID.eq(payment), PAYMENT_EVENT_DETAIL.EVENT_POSITION.in(positions))
                .fetchGroups(PAYMENT_EVENT_DETAIL.EVENT_POSITION)
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().intoMap(PAYMENT_EVENT_DETAIL.NAME, PAYMENT_EVENT_DETAIL.VALUE)));
    }
}
