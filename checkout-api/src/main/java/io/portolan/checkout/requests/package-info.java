/** Strict reading of what merchants send: bodies, queries and headers, with all errors reported at once. */
@NullMarked
package io.portolan.checkout.requests;

import org.jspecify.annotations.NullMarked;
