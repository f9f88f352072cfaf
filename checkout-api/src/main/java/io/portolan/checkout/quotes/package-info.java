/** Firm prices for payments. */
@NullMarked
package io.portolan.checkout.quotes;

import org.jspecify.annotations.NullMarked;
