/** What is decided about a payment as a whole, written through its ports. */
@NullMarked
package io.portolan.activities.payment;

import org.jspecify.annotations.NullMarked;
