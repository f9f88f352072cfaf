/** The outside world, played by one process. */
@NullMarked
package io.portolan.simulators;

import org.jspecify.annotations.NullMarked;
