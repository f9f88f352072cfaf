/** The currency pairs that a merchant can use. */
@NullMarked
package io.portolan.checkout.corridors;

import org.jspecify.annotations.NullMarked;
