package io.portolan.db.payment;

import static io.portolan.db.generated.Tables.INSTRUCTION;

import io.portolan.db.column.MoneyColumns;
import io.portolan.db.column.ReasonColumns;
import io.portolan.db.generated.tables.records.InstructionRecord;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.instruction.Answer;
import io.portolan.domain.instruction.Funds;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.instruction.SendWindow;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** A payment's instructions as rows, one for each key; their position keeps the order in which they began. */
final class Instructions {
    private static final MoneyColumns AMOUNT = new MoneyColumns(INSTRUCTION.CURRENCY, INSTRUCTION.AMOUNT);
    private static final MoneyColumns EXECUTED =
            new MoneyColumns(INSTRUCTION.EXECUTED_CURRENCY, INSTRUCTION.EXECUTED_AMOUNT);
    private static final MoneyColumns RETURNED =
            new MoneyColumns(INSTRUCTION.RETURNED_CURRENCY, INSTRUCTION.RETURNED_AMOUNT);
    private static final ReasonColumns REJECTION =
            new ReasonColumns(INSTRUCTION.REJECTION_CODE, INSTRUCTION.REJECTION_DETAIL, INSTRUCTION.REJECTION_REMEDY);

    private Instructions() {}

    /** Each payment's instructions in the order in which they began; a payment without any is left out. */
    static Map<PaymentId, List<Instruction>> of(DSLContext sql, Collection<PaymentId> payments) {
        return sql.selectFrom(INSTRUCTION)
                .where(INSTRUCTION.PAYMENT_ID.in(payments))
                .orderBy(INSTRUCTION.PAYMENT_ID, INSTRUCTION.POSITION)
                .fetchGroups(INSTRUCTION.PAYMENT_ID, Instructions::instructionOf);
    }

    /**
     * Writes those that are new, after their movements, and what is known of those that have changed.
     *
     * @throws IllegalArgumentException if what an instruction says, or until when it is sent, is different: that is frozen
     */
    static void write(DSLContext sql, List<Instruction> before, List<Instruction> after) {
        for (int position = 0; position < after.size(); position++) {
            Instruction instruction = after.get(position);
            if (position >= before.size()) {
                sql.insertInto(INSTRUCTION).set(fullRow(instruction, position)).execute();
            } else if (!before.get(position).equals(instruction)) {
                requireFrozen(before.get(position), instruction);
                update(sql, instruction);
            }
        }
    }

    private static void requireFrozen(Instruction before, Instruction after) {
        SendWindow window = before.window();
        Instruction expected = new Instruction(
                before.key(),
                before.kind(),
                before.amount(),
                new SendWindow(
                        window.instructedAt(),
                        window.sendUntil(),
                        window.honouredUntil(),
                        after.window().awaitedUntil()),
                after.answer(),
                after.funds());
        if (!expected.equals(after)) {
            throw new IllegalArgumentException(
                    "instruction " + before.key() + " is frozen: only its answer may change");
        }
    }

    private static void update(DSLContext sql, Instruction instruction) {
        InstructionKey key = instruction.key();
        sql.update(INSTRUCTION)
                .set(changeableColumns(instruction))
                .where(
                        INSTRUCTION.PAYMENT_ID.eq(key.payment()),
                        INSTRUCTION.PLAN.eq(key.plan()),
                        INSTRUCTION.MOVEMENT.eq(key.movement()),
                        INSTRUCTION.ATTEMPT.eq(key.attempt()))
                .execute();
    }

    private static InstructionRecord fullRow(Instruction instruction, int position) {
        InstructionRecord row = changeableColumns(instruction);
        row.setPaymentId(instruction.key().payment());
        row.setPlan(instruction.key().plan());
        row.setMovement(instruction.key().movement());
        row.setAttempt(instruction.key().attempt());
        row.setPosition(position);
        row.setKind(instruction.kind());
        AMOUNT.set(row, instruction.amount());
        row.setInstructedAt(instruction.window().instructedAt());
        row.setSendUntil(instruction.window().sendUntil());
        row.setHonouredUntil(instruction.window().honouredUntil());
        return row;
    }

    private static InstructionRecord changeableColumns(Instruction instruction) {
        InstructionRecord row = new InstructionRecord();
        row.setAwaitedUntil(instruction.window().awaitedUntil());
        Answer answer = instruction.answer();
        row.setBooking(answer.status());
        row.setBankReference(answer.reference());
        EXECUTED.set(row, answer.executed());
        REJECTION.set(row, answer.rejection());
        row.setUncertainty(answer.uncertainty());
        row.setDecidedAt(answer.decidedAt());
        row.setWitness(answer.witness());
        Funds funds = instruction.funds();
        row.setSettlement(funds.status());
        row.setSettledAt(funds.settledAt());
        RETURNED.set(row, funds.returned());
        row.setReturnReference(funds.returnReference());
        return row;
    }

    private static Instruction instructionOf(InstructionRecord row) {
        return new Instruction(
                new InstructionKey(row.getPaymentId(), row.getPlan(), row.getMovement(), row.getAttempt()),
                row.getKind(),
                AMOUNT.require(row),
                new SendWindow(
                        row.getInstructedAt(), row.getSendUntil(), row.getHonouredUntil(), row.getAwaitedUntil()),
                answerOf(row),
                new Funds(row.getSettlement(), row.getSettledAt(), RETURNED.get(row), row.getReturnReference()));
    }

    private static Answer answerOf(InstructionRecord row) {
        return new Answer(
                row.getBooking(),
                row.getBankReference(),
                EXECUTED.get(row),
                REJECTION.get(row),
                row.getUncertainty(),
                row.getDecidedAt(),
                row.getWitness());
    }
}
