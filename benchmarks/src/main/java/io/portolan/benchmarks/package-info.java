/** The command {@code ./portolan bench}: its options, and what it prints. */
@NullMarked
package io.portolan.benchmarks;

import org.jspecify.annotations.NullMarked;
