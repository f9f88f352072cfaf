/** What operations staff see and do: bank calls, their own recorded actions, and who they are. */
@NullMarked
package io.portolan.domain.operations;

import org.jspecify.annotations.NullMarked;
