/** The leg at the seller's side, through the international bank. */
@NullMarked
package io.portolan.activities.payout;

import org.jspecify.annotations.NullMarked;
