/** Payments as shops see them: accepting, looking up, listing, following and cancelling them. */
@NullMarked
package io.portolan.checkout.payments;

import org.jspecify.annotations.NullMarked;
