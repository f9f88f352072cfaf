/** The life of an instruction, from its storing to its settlement or return, the same for every counterparty. */
@NullMarked
package io.portolan.simulators.instruction;

import org.jspecify.annotations.NullMarked;
