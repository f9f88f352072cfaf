/** Figures as text: tables, and targets that were reached or missed. */
@NullMarked
package io.portolan.benchmarks.report;

import org.jspecify.annotations.NullMarked;
