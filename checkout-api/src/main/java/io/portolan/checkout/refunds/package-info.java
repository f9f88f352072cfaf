/** Refunds of completed payments, whole or in parts, as their merchants ask for them and see them. */
@NullMarked
package io.portolan.checkout.refunds;

import org.jspecify.annotations.NullMarked;
