package io.portolan.db.ledger;

import static io.portolan.db.generated.Tables.BOOK_REJECTION;

import io.portolan.db.generated.tables.records.BookRejectionRecord;
import io.portolan.db.transaction.ServerError;
import io.portolan.ledger.command.Rejection;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/** Records rejected commands. */
final class Rejections {
    private static final int MAX_KEY_LENGTH = 160;
    private static final int MAX_TEXT_LENGTH = 512;

    private Rejections() {}

    /** A command that is submitted and rejected again for the same reason is not recorded twice. */
    static void record(DSLContext sql, Rejection rejection, Instant at) {
        BookRejectionRecord row = new BookRejectionRecord(
                null,
                truncate(rejection.key(), MAX_KEY_LENGTH),
                rejection.requestHash(),
                rejection.reason(),
                rejection.account(),
                truncate(rejection.required(), MAX_TEXT_LENGTH),
                truncate(rejection.found(), MAX_TEXT_LENGTH),
                at);
        if (isRecorded(sql, row)) {
            return;
        }
        try {
            sql.insertInto(BOOK_REJECTION).set(row).execute();
        } catch (DataAccessException failure) {
            if (!ServerError.isDuplicateKey(failure)) {
                throw failure;
            }
        }
    }

    private static boolean isRecorded(DSLContext sql, BookRejectionRecord row) {
        return sql.fetchExists(
                BOOK_REJECTION,
                BOOK_REJECTION.COMMAND_KEY.eq(row.getCommandKey()),
                BOOK_REJECTION.REQUEST_HASH.eq(row.getRequestHash()),
                BOOK_REJECTION.REASON.eq(row.getReason()));
    }

    private static String truncate(String text, int maxLength) {
        return text.length() <= maxLength ? text : text.substring(0, maxLength);
    }
}
