/** The process that wires everything. */
@NullMarked
package io.portolan.app;

import org.jspecify.annotations.NullMarked;
