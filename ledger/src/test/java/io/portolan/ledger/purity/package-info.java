/** The build's proof that the engine asks nothing of the world: no clock, no chance, no I/O, no thread and no state between calls. */
@NullMarked
package io.portolan.ledger.purity;

import org.jspecify.annotations.NullMarked;
