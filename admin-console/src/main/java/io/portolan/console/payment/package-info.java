/**
 * The page of one payment: booking and settlement of each attempt, timeline, bank calls, ledger entries, unwind plan,
 * decisions.
 */
@NullMarked
package io.portolan.console.payment;

import org.jspecify.annotations.NullMarked;
