/** Repeating a request without doing its work twice. */
@NullMarked
package io.portolan.checkout.idempotency;

import org.jspecify.annotations.NullMarked;
