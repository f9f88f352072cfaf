/** The command {@code ./portolan bench}: what it is asked, and what it prints. */
@NullMarked
package io.portolan.benchmarks;

import org.jspecify.annotations.NullMarked;
