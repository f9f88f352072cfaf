package io.portolan.benchmarks.posting;

import java.sql.SQLException;

/** One way of posting. It has a database of its own, which it drops in the end. */
interface PostingVariant extends AutoCloseable {
    /** For the table. */
    String title();

    /** Opens the accounts, and lets the JVM compile what is measured afterwards. */
    void warmUp() throws Exception;

    /** Measures one round. What can be prepared is not in the figure. */
    Throughput measureRound() throws Exception;

    @Override
    void close() throws SQLException;
}
