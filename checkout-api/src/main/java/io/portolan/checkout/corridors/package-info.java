/** The currency pairs that a shop can pay over. */
@NullMarked
package io.portolan.checkout.corridors;

import org.jspecify.annotations.NullMarked;
