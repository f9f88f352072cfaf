package io.portolan.simulators.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes a value of one row of a result. */
@FunctionalInterface
public interface Row<T> {

    T of(ResultSet columns) throws SQLException;
}
