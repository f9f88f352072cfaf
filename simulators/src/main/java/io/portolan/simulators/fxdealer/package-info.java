/** The FX dealer at bank D: firm quotes and trades in JSON. */
@NullMarked
package io.portolan.simulators.fxdealer;

import org.jspecify.annotations.NullMarked;
