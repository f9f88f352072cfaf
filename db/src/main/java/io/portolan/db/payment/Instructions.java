package io.portolan.db.payment;

import static io.portolan.db.generated.Tables.INSTRUCTION;

import io.portolan.db.column.Columns;
import io.portolan.db.generated.tables.records.InstructionRecord;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.money.Money;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** A payment's instructions as rows, one for each key; their position keeps the order in which they began. */
final class Instructions {
    private Instructions() {}

    /** Each payment's instructions in the order in which they began; a payment without any is left out. */
    static Map<PaymentId, List<Instruction>> of(DSLContext sql, Collection<PaymentId> payments) {
        return sql.selectFrom(INSTRUCTION)
                .where(INSTRUCTION.PAYMENT_ID.in(payments))
                .orderBy(INSTRUCTION.PAYMENT_ID, INSTRUCTION.POSITION)
                .fetchGroups(INSTRUCTION.PAYMENT_ID, Instructions::instructionOf);
    }

    /** Writes those that are new or different. */
    static void write(DSLContext sql, List<Instruction> before, List<Instruction> after) {
        for (int position = 0; position < after.size(); position++) {
            Instruction instruction = after.get(position);
            if (position >= before.size()) {
                sql.insertInto(INSTRUCTION).set(recordOf(instruction, position)).execute();
            } else if (!before.get(position).equals(instruction)) {
                update(sql, recordOf(instruction, position));
            }
        }
    }

    private static void update(DSLContext sql, InstructionRecord row) {
        sql.update(INSTRUCTION)
                .set(row)
                .where(
                        INSTRUCTION.PAYMENT_ID.eq(row.getPaymentId()),
                        INSTRUCTION.STEP.eq(row.getStep()),
                        INSTRUCTION.ATTEMPT.eq(row.getAttempt()))
                .execute();
    }

    private static InstructionRecord recordOf(Instruction instruction, int position) {
        InstructionRecord row = new InstructionRecord();
        row.setPaymentId(instruction.key().payment());
        row.setStep(instruction.key().step());
        row.setAttempt(instruction.key().attempt());
        row.setPosition(position);
        row.setCurrency(instruction.amount().currency());
        row.setAmount(instruction.amount().minorUnits());
        row.setBooking(instruction.booking());
        row.setSettlement(instruction.settlement());
        row.setBankReference(instruction.bankReference());
        Reason rejection = instruction.rejection();
        row.setRejectionCode(rejection == null ? null : rejection.code());
        row.setRejectionDetail(rejection == null ? null : rejection.detail());
        row.setRejectionRemedy(rejection == null ? null : rejection.remedy());
        row.setUncertainty(instruction.uncertainty());
        row.setInstructedAt(instruction.instructedAt());
        row.setDecidedAt(instruction.decidedAt());
        row.setSettledAt(instruction.settledAt());
        Money returned = instruction.returned();
        row.setReturnedCurrency(returned == null ? null : returned.currency());
        row.setReturnedAmount(returned == null ? null : returned.minorUnits());
        return row;
    }

    private static Instruction instructionOf(InstructionRecord row) {
        return new Instruction(
                new InstructionKey(row.getPaymentId(), row.getStep(), row.getAttempt()),
                new Money(row.getCurrency(), row.getAmount()),
                row.getBooking(),
                row.getSettlement(),
                row.getBankReference(),
                Columns.reason(row.getRejectionCode(), row.getRejectionDetail(), row.getRejectionRemedy()),
                row.getUncertainty(),
                row.getInstructedAt(),
                row.getDecidedAt(),
                row.getSettledAt(),
                Columns.money(row.getReturnedCurrency(), row.getReturnedAmount()));
    }
}
