/** The business date is closed. */
@NullMarked
package io.portolan.operations.dayend;

import org.jspecify.annotations.NullMarked;
