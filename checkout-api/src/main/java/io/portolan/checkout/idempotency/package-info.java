/** Repeating a request without executing it twice. */
@NullMarked
package io.portolan.checkout.idempotency;

import org.jspecify.annotations.NullMarked;
