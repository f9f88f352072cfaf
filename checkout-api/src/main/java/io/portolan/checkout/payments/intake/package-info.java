/** Accepting payments and requests to cancel them; the workflow is notified afterwards. */
@NullMarked
package io.portolan.checkout.payments.intake;

import org.jspecify.annotations.NullMarked;
