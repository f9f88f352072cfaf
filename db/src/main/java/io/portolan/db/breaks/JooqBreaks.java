package io.portolan.db.breaks;

import static io.portolan.db.generated.Tables.PAYMENT_BREAK;

import io.portolan.db.column.MoneyColumns;
import io.portolan.db.generated.tables.records.PaymentBreakRecord;
import io.portolan.db.transaction.ServerError;
import io.portolan.db.transaction.Transactions;
import io.portolan.domain.breaks.Break;
import io.portolan.domain.breaks.Break.Closing;
import io.portolan.domain.breaks.Breaks;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import java.util.List;
import java.util.Optional;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** Breaks in MySQL. A unique key over instruction, type and reference keeps the same fact from being two. */
public final class JooqBreaks implements Breaks {
    private static final int MAX_LISTED = 200;
    private static final String NO_INSTRUCTION = "";
    private static final MoneyColumns AMOUNT = new MoneyColumns(PAYMENT_BREAK.CURRENCY, PAYMENT_BREAK.AMOUNT);

    private final Transactions transactions;

    public JooqBreaks(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean add(Break found) {
        return transactions.required(() -> {
            try {
                transactions
                        .sql()
                        .insertInto(PAYMENT_BREAK)
                        .set(recordOf(found))
                        .execute();
                return true;
            } catch (DataAccessException failure) {
                if (ServerError.isDuplicateOf(failure, "uq_payment_break_fact")) {
                    return false;
                }
                throw failure;
            }
        });
    }

    @Override
    public Optional<Break> find(String id) {
        return transactions
                .sql()
                .selectFrom(PAYMENT_BREAK)
                .where(PAYMENT_BREAK.ID.eq(id))
                .fetchOptional(JooqBreaks::breakOf);
    }

    @Override
    public List<Break> listOpen() {
        return transactions
                .sql()
                .selectFrom(PAYMENT_BREAK)
                .where(PAYMENT_BREAK.CLOSED_AT.isNull())
                .orderBy(PAYMENT_BREAK.OPENED_AT, PAYMENT_BREAK.ID)
                .limit(MAX_LISTED)
                .fetch(JooqBreaks::breakOf);
    }

    @Override
    public List<Break> of(PaymentId payment) {
        return transactions
                .sql()
                .selectFrom(PAYMENT_BREAK)
                .where(PAYMENT_BREAK.PAYMENT_ID.eq(payment))
                .orderBy(PAYMENT_BREAK.OPENED_AT, PAYMENT_BREAK.ID)
                .fetch(JooqBreaks::breakOf);
    }

    @Override
    public boolean assign(String id, String owner) {
        if (owner.isBlank()) {
            throw new IllegalArgumentException("a break has an owner");
        }
        PaymentBreakRecord row = new PaymentBreakRecord();
        row.setOwner(owner);
        return updateOpen(id, row);
    }

    @Override
    public boolean close(String id, Closing closing) {
        PaymentBreakRecord row = new PaymentBreakRecord();
        setClosing(row, closing);
        return updateOpen(id, row);
    }

    /** The driver counts rows that are found, so a break given to its owner again is one. */
    private boolean updateOpen(String id, PaymentBreakRecord row) {
        return transactions.required(() -> transactions
                        .sql()
                        .update(PAYMENT_BREAK)
                        .set(row)
                        .where(PAYMENT_BREAK.ID.eq(id), PAYMENT_BREAK.CLOSED_AT.isNull())
                        .execute()
                == 1);
    }

    private static PaymentBreakRecord recordOf(Break found) {
        InstructionKey instruction = found.instruction();
        PaymentBreakRecord row = new PaymentBreakRecord();
        row.setId(found.id());
        row.setType(found.type());
        row.setPaymentId(found.payment());
        row.setInstructionKey(instruction == null ? NO_INSTRUCTION : instruction.value());
        row.setReference(found.reference());
        AMOUNT.set(row, found.amount());
        row.setDetail(found.detail());
        row.setOwner(found.owner());
        row.setOpenedAt(found.openedAt());
        setClosing(row, found.closing());
        return row;
    }

    private static void setClosing(PaymentBreakRecord row, @Nullable Closing closing) {
        row.setClosedAt(closing == null ? null : closing.closedAt());
        row.setClosedBy(closing == null ? null : closing.operator());
        row.setResolution(closing == null ? null : closing.resolution());
    }

    private static Break breakOf(PaymentBreakRecord row) {
        return new Break(
                row.getId(),
                row.getType(),
                row.getPaymentId(),
                instructionOf(row.getInstructionKey()),
                row.getReference(),
                AMOUNT.require(row),
                row.getDetail(),
                row.getOwner(),
                row.getOpenedAt(),
                closingOf(row));
    }

    private static @Nullable InstructionKey instructionOf(String key) {
        return key.equals(NO_INSTRUCTION) ? null : InstructionKey.parse(key);
    }

    private static @Nullable Closing closingOf(PaymentBreakRecord row) {
        return row.getClosedAt() == null
                ? null
                : new Closing(row.getClosedBy(), row.getResolution(), row.getClosedAt());
    }
}
