/** Callbacks of the counterparties, kept until they are delivered or given up. */
@NullMarked
package io.portolan.simulators.callback;

import org.jspecify.annotations.NullMarked;
