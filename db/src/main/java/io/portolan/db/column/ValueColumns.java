package io.portolan.db.column;

import java.util.Objects;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The columns of a table that hold one value together, such as money. All of them are null where there is none. */
public interface ValueColumns<T> {
    void set(Record row, @Nullable T value);

    @Nullable
    T get(Record row);

    /** The value of a row that has one. */
    default T require(Record row) {
        return Objects.requireNonNull(get(row));
    }
}
