/** Exact amounts in the currencies that the outside world deals in. */
@NullMarked
package io.portolan.simulators.money;

import org.jspecify.annotations.NullMarked;
