/** Verification of the stored book by a replay of its own. It shares no code with what decides and applies events: what looks duplicated here is so on purpose. */
@NullMarked
package io.portolan.ledger.audit;

import org.jspecify.annotations.NullMarked;
