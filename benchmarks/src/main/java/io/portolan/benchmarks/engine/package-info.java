/** Benchmarks of the ledger's engine alone, without a database, by JMH. */
@NullMarked
package io.portolan.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
