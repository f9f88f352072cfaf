/** Messages that the outside world sends on its own: kept until they are delivered or given up. */
@NullMarked
package io.portolan.simulators.callback;

import org.jspecify.annotations.NullMarked;
