package io.portolan.db.ledger;

import io.portolan.ledger.event.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.StringJoiner;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Many rows as one statement of literals, in the order of the table's columns.
 *
 * <p>This is the path on which the book's speed depends: rendering the same rows from records takes jOOQ longer than the server takes to store them
 * (see the benchmark). Text is written in hexadecimal, so there is nothing to escape.
 */
final class BulkInsert {
    private static final int BYTES_PER_ROW = 400;

    private final StringBuilder statement;
    private boolean isEmpty = true;

    BulkInsert(Table<?> table, int rows) {
        StringJoiner columns = new StringJoiner(", ", " (", ") VALUES ");
        for (var field : table.fields()) {
            columns.add(field.getName());
        }
        statement = new StringBuilder(BYTES_PER_ROW * (rows + 1))
                .append("INSERT INTO ")
                .append(table.getName())
                .append(columns);
    }

    BulkInsert startRow() {
        statement.append(isEmpty ? "(" : "),(");
        isEmpty = false;
        return this;
    }

    BulkInsert number(long value) {
        separate().append(value);
        return this;
    }

    /** A value whose text has no quotes in it. */
    BulkInsert literal(Object value) {
        separate().append('\'').append(value).append('\'');
        return this;
    }

    BulkInsert at(Instant value) {
        return literal(Hashing.utcText(value));
    }

    BulkInsert hash(String hex) {
        separate().append("x'").append(hex).append('\'');
        return this;
    }

    BulkInsert text(@Nullable String value) {
        separate();
        if (value == null) {
            statement.append("NULL");
        } else {
            statement.append("_utf8mb4 x'");
            statement
                    .append(HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8)))
                    .append('\'');
        }
        return this;
    }

    /** Does nothing without a row. Safe to repeat in another transaction. */
    void execute(DSLContext sql) {
        if (!isEmpty) {
            String text = statement + ")";
            sql.connection(connection -> {
                try (var insert = connection.createStatement()) {
                    insert.executeUpdate(text);
                }
            });
        }
    }

    private StringBuilder separate() {
        if (statement.charAt(statement.length() - 1) != '(') {
            statement.append(',');
        }
        return statement;
    }
}
