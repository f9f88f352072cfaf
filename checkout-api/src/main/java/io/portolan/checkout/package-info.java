/** The API for shops. */
@NullMarked
package io.portolan.checkout;

import org.jspecify.annotations.NullMarked;
