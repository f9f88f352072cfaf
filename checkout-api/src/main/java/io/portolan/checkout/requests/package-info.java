/** Strict reading of what shops send: bodies, queries and headers, with everything that is wrong told at once. */
@NullMarked
package io.portolan.checkout.requests;

import org.jspecify.annotations.NullMarked;
