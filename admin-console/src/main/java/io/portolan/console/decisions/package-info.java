/** Decisions as pages show them, and what becomes of them once they are made: carried out, refused, waiting, lapsed. */
@NullMarked
package io.portolan.console.decisions;

import org.jspecify.annotations.NullMarked;
