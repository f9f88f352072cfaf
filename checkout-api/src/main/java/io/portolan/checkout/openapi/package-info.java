/** The API described for machines. */
@NullMarked
package io.portolan.checkout.openapi;

import org.jspecify.annotations.NullMarked;
