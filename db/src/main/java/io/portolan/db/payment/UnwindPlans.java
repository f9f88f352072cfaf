package io.portolan.db.payment;

import static io.portolan.db.generated.Tables.UNWIND_PLAN;

import io.portolan.db.column.Columns;
import io.portolan.db.generated.tables.records.UnwindPlanRecord;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.money.Money;
import io.portolan.domain.plan.UnwindPlan;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** A payment's unwind plan as a row; a new plan takes the place of the old one. */
final class UnwindPlans {
    private UnwindPlans() {}

    static void write(DSLContext sql, PaymentId payment, UnwindPlan plan) {
        UnwindPlanRecord row = recordOf(payment, plan);
        sql.insertInto(UNWIND_PLAN).set(row).onDuplicateKeyUpdate().set(row).execute();
    }

    static UnwindPlan planOf(UnwindPlanRecord row) {
        Reason reason = new Reason(row.getReasonCode(), row.getReasonDetail(), row.getReasonRemedy());
        return new UnwindPlan(
                reason,
                reversalOf(row),
                new Money(row.getFxResultCurrency(), row.getFxResultAmount()),
                row.getLossBearer(),
                Columns.money(row.getRefundCurrency(), row.getRefundAmount()),
                row.getPricedAt());
    }

    private static @Nullable FirmRate reversalOf(UnwindPlanRecord row) {
        Money sell = Columns.money(row.getReversalSellCurrency(), row.getReversalSellAmount());
        Money buy = Columns.money(row.getReversalBuyCurrency(), row.getReversalBuyAmount());
        return sell == null
                ? null
                : Columns.firmRate(
                        sell,
                        Objects.requireNonNull(buy),
                        row.getReversalRate(),
                        row.getReversalDealerQuote(),
                        row.getReversalExpiresAt());
    }

    private static UnwindPlanRecord recordOf(PaymentId payment, UnwindPlan plan) {
        UnwindPlanRecord row = new UnwindPlanRecord();
        row.setPaymentId(payment);
        row.setReasonCode(plan.reason().code());
        row.setReasonDetail(plan.reason().detail());
        row.setReasonRemedy(plan.reason().remedy());
        FirmRate reversal = plan.reversal();
        row.setReversalSellCurrency(reversal == null ? null : reversal.sell().currency());
        row.setReversalSellAmount(reversal == null ? null : reversal.sell().minorUnits());
        row.setReversalBuyCurrency(reversal == null ? null : reversal.buy().currency());
        row.setReversalBuyAmount(reversal == null ? null : reversal.buy().minorUnits());
        row.setReversalRate(reversal == null ? null : Columns.decimal(reversal.rate()));
        row.setReversalDealerQuote(reversal == null ? null : reversal.dealerQuote());
        row.setReversalExpiresAt(reversal == null ? null : reversal.expiresAt());
        row.setFxResultCurrency(plan.fxResult().currency());
        row.setFxResultAmount(plan.fxResult().minorUnits());
        row.setLossBearer(plan.lossBearer());
        Money refund = plan.refund();
        row.setRefundCurrency(refund == null ? null : refund.currency());
        row.setRefundAmount(refund == null ? null : refund.minorUnits());
        row.setPricedAt(plan.pricedAt());
        return row;
    }
}
