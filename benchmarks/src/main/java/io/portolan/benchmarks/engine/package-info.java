/** The ledger's code alone, without a database, measured by JMH. */
@NullMarked
package io.portolan.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
