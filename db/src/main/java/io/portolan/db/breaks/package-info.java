/** Disagreements about money between two books, in MySQL. */
@NullMarked
package io.portolan.db.breaks;

import org.jspecify.annotations.NullMarked;
