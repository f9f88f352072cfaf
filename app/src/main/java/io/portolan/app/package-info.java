/** Portolan's main program: the only place that wires the modules together. */
@NullMarked
package io.portolan.app;

import org.jspecify.annotations.NullMarked;
