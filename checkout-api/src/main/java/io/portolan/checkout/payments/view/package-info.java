/** Payments as their merchants see them: one, a list, and the events of one. */
@NullMarked
package io.portolan.checkout.payments.view;

import org.jspecify.annotations.NullMarked;
