/** Simulators of two banks and an FX dealer, in one process. */
@NullMarked
package io.portolan.simulators;

import org.jspecify.annotations.NullMarked;
