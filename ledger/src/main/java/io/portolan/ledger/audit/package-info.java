/** Verification of the stored book by a fold of its own: it shares no code with what decides and applies events. */
@NullMarked
package io.portolan.ledger.audit;

import org.jspecify.annotations.NullMarked;
