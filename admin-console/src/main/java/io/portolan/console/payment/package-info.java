/** The page of one payment: both flows, timeline, bank calls, ledger entries, unwind plan, decisions. */
@NullMarked
package io.portolan.console.payment;

import org.jspecify.annotations.NullMarked;
