/** What the benchmarks post, read and keep books in. */
@NullMarked
package io.portolan.benchmarks.traffic;

import org.jspecify.annotations.NullMarked;
