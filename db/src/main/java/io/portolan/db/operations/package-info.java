/** Bank calls, operators and their actions in MySQL. */
@NullMarked
package io.portolan.db.operations;

import org.jspecify.annotations.NullMarked;
