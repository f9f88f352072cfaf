/** How an instruction is executed: sent under one key, inquired about until it is decided, and recorded once. */
@NullMarked
package io.portolan.activities.instruction;

import org.jspecify.annotations.NullMarked;
