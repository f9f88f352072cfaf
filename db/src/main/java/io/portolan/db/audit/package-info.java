/** Verification of the stored book, by a replay that reads every row, and by SQL alone. */
@NullMarked
package io.portolan.db.audit;

import org.jspecify.annotations.NullMarked;
