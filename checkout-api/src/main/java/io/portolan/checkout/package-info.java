/** The API for merchants. */
@NullMarked
package io.portolan.checkout;

import org.jspecify.annotations.NullMarked;
