/** Payouts that come back after completion reopen their payments. */
@NullMarked
package io.portolan.operations.returns;

import org.jspecify.annotations.NullMarked;
