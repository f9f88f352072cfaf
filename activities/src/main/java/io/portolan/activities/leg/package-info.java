/** How an instruction is executed: sent under one key, inquired about until it is decided, and recorded once. */
@NullMarked
package io.portolan.activities.leg;

import org.jspecify.annotations.NullMarked;
