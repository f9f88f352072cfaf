/** Exact amounts in the currencies of the simulators. */
@NullMarked
package io.portolan.simulators.money;

import org.jspecify.annotations.NullMarked;
