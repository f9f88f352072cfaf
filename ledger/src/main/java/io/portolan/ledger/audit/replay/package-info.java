/** The replay of the stored events: which of them are wrong, and which rows must be stored beside them. */
@NullMarked
package io.portolan.ledger.audit.replay;

import org.jspecify.annotations.NullMarked;
