/** Account statements by business date, made from what was booked. */
@NullMarked
package io.portolan.simulators.instruction.statement;

import org.jspecify.annotations.NullMarked;
