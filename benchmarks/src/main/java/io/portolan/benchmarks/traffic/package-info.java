/** The entries, books and callers of the benchmarks. */
@NullMarked
package io.portolan.benchmarks.traffic;

import org.jspecify.annotations.NullMarked;
