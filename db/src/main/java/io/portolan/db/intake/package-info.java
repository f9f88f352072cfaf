/** API keys and idempotency in MySQL. */
@NullMarked
package io.portolan.db.intake;

import org.jspecify.annotations.NullMarked;
