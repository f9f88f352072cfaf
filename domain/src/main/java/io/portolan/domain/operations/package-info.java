/** What operations staff see and do: bank calls, alerts, and who they are. */
@NullMarked
package io.portolan.domain.operations;

import org.jspecify.annotations.NullMarked;
