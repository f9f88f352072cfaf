package io.portolan.db.column;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.TableRecord;

/** Inserts rows of one table in one statement: all or none of them. */
public final class MultiRowInsert {
    private MultiRowInsert() {}

    /** Columns that a row leaves out are null, or get their number where the table counts them. */
    public static <R extends TableRecord<R>> void execute(DSLContext sql, Table<R> table, List<R> rows) {
        if (!rows.isEmpty()) {
            sql.insertInto(table).columns(table.fields()).valuesOfRecords(rows).execute();
        }
    }
}
