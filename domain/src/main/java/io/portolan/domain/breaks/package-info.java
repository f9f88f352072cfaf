/** Disagreements about money between two books, each with an owner. */
@NullMarked
package io.portolan.domain.breaks;

import org.jspecify.annotations.NullMarked;
