/** The life of an instruction from intake to settlement or return, the same for every counterparty. */
@NullMarked
package io.portolan.simulators.instruction.lifecycle;

import org.jspecify.annotations.NullMarked;
