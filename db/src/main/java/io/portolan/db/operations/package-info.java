/** Bank calls, operators, their decisions, and alerts in MySQL. */
@NullMarked
package io.portolan.db.operations;

import org.jspecify.annotations.NullMarked;
