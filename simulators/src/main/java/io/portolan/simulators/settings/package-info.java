/** The pace and the addresses of the outside world, which can be changed while it runs. */
@NullMarked
package io.portolan.simulators.settings;

import org.jspecify.annotations.NullMarked;
