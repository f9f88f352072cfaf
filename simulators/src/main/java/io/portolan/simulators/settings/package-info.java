/** The delays and the callback URL of the simulators, which can be changed while they run. */
@NullMarked
package io.portolan.simulators.settings;

import org.jspecify.annotations.NullMarked;
