/** The posting engine behind the journal. */
@NullMarked
package io.portolan.ledger;

import org.jspecify.annotations.NullMarked;
