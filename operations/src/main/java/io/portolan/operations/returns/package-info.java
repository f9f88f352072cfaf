/** Payouts that come back reopen their payments, however late; what else comes unasked for becomes a break. */
@NullMarked
package io.portolan.operations.returns;

import org.jspecify.annotations.NullMarked;
