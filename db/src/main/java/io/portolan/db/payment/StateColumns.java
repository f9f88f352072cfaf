package io.portolan.db.payment;

import static io.portolan.db.generated.Tables.PAYMENT;

import io.portolan.db.column.ReasonColumns;
import io.portolan.db.generated.tables.records.PaymentRecord;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.payment.Hold;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.PaymentState;
import io.portolan.domain.payment.Refund;
import io.portolan.domain.plan.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a payment has come, in its row: all but its plans, instructions and refunds, which have rows of their own. */
final class StateColumns {
    private static final ReasonColumns REASON =
            new ReasonColumns(PAYMENT.REASON_CODE, PAYMENT.REASON_DETAIL, PAYMENT.REASON_REMEDY);
    private static final ReasonColumns PARKING_REASON = new ReasonColumns(
            PAYMENT.PARKING_REASON_CODE, PAYMENT.PARKING_REASON_DETAIL, PAYMENT.PARKING_REASON_REMEDY);

    private StateColumns() {}

    static void set(PaymentRecord row, PaymentState state) {
        row.setStage(state.stage());
        row.setVersion(state.version());
        row.setCancelRequestedAt(state.cancelRequestedAt());
        REASON.set(row, state.reason());
        setParking(row, state.parking());
        setHold(row, state.hold());
    }

    static PaymentState get(PaymentRecord row, List<Plan> plans, List<Instruction> instructions, List<Refund> refunds) {
        return new PaymentState(
                row.getStage(),
                parkingOf(row),
                holdOf(row),
                REASON.get(row),
                plans,
                instructions,
                refunds,
                row.getCancelRequestedAt(),
                row.getVersion());
    }

    private static void setParking(PaymentRecord row, @Nullable Parking parking) {
        row.setParkingKind(parking == null ? null : parking.kind());
        row.setParkingMovement(parking == null ? null : parking.movement());
        row.setParkingInstructionKey(parking == null ? null : parking.instruction());
        PARKING_REASON.set(row, parking == null ? null : parking.reason());
        row.setParkedAt(parking == null ? null : parking.parkedAt());
        row.setParkingUntil(parking == null ? null : parking.until());
        row.setParkingVersion(parking == null ? null : parking.version());
    }

    private static @Nullable Parking parkingOf(PaymentRecord row) {
        return row.getParkingKind() == null
                ? null
                : new Parking(
                        row.getParkingKind(),
                        row.getParkingMovement(),
                        row.getParkingInstructionKey(),
                        PARKING_REASON.require(row),
                        row.getParkedAt(),
                        row.getParkingUntil(),
                        row.getParkingVersion());
    }

    private static void setHold(PaymentRecord row, @Nullable Hold hold) {
        row.setHoldOperator(hold == null ? null : hold.operator());
        row.setHoldReason(hold == null ? null : hold.reason());
        row.setHeldAt(hold == null ? null : hold.heldAt());
    }

    private static @Nullable Hold holdOf(PaymentRecord row) {
        return row.getHeldAt() == null ? null : new Hold(row.getHoldOperator(), row.getHoldReason(), row.getHeldAt());
    }
}
