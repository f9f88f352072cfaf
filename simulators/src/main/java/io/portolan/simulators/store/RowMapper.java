package io.portolan.simulators.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads a value from one row of a result. */
@FunctionalInterface
public interface RowMapper<T> {

    T map(ResultSet columns) throws SQLException;
}
