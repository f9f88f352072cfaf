package io.portolan.db.ledger.history;

import static io.portolan.db.generated.Tables.BOOK_EVENT;

import io.portolan.db.generated.tables.records.BookEventRecord;
import io.portolan.ledger.command.Command.CloseDay;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Finds the events that closed business dates (the day cuts), by their keys. */
final class DayCuts {
    private DayCuts() {}

    /** The latest that meets the condition. */
    static Optional<BookEventRecord> last(DSLContext sql, Condition condition) {
        return sql.selectFrom(BOOK_EVENT)
                .where(BOOK_EVENT.EVENT_KEY.like(CloseDay.KEY_PREFIX + "%"), condition)
                .orderBy(BOOK_EVENT.EVENT_KEY.desc())
                .limit(1)
                .fetchOptional();
    }
}
