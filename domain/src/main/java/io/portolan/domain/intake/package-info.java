/** How requests of merchants come in once: API keys and idempotency. */
@NullMarked
package io.portolan.domain.intake;

import org.jspecify.annotations.NullMarked;
