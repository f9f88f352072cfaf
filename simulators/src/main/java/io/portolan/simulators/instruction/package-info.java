/** Instructions of every kind and their states, stored once for each key. */
@NullMarked
package io.portolan.simulators.instruction;

import org.jspecify.annotations.NullMarked;
