package io.portolan.db.audit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The current row of a result.
 *
 * <p>Texts, dates and times are read as the server writes them: the driver's own conversion of a date to text takes longer than the rest of the row.
 */
final class Row {
    private static final HexFormat HEX = HexFormat.of();

    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    long number(int column) throws SQLException {
        return result.getLong(column);
    }

    @Nullable
    Long numberOrNull(int column) throws SQLException {
        long number = result.getLong(column);
        return result.wasNull() ? null : number;
    }

    String text(int column) throws SQLException {
        return new String(result.getBytes(column), StandardCharsets.UTF_8);
    }

    @Nullable
    String textOrNull(int column) throws SQLException {
        byte[] bytes = result.getBytes(column);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    String hex(int column) throws SQLException {
        return HEX.formatHex(result.getBytes(column));
    }

    /** Reads a row of one table. */
    interface Mapper<T> {
        T map(Row row) throws SQLException;
    }
}
