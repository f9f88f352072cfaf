/** Quotes in MySQL. */
@NullMarked
package io.portolan.db.fx;

import org.jspecify.annotations.NullMarked;
