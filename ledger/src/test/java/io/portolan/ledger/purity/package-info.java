/** The build's proof that the engine depends on nothing outside: no clock, no randomness, no I/O, no thread and no state between calls. */
@NullMarked
package io.portolan.ledger.purity;

import org.jspecify.annotations.NullMarked;
