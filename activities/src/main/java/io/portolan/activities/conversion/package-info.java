/** The leg at the dealer's bank: the top-up, the trade and its reversal. */
@NullMarked
package io.portolan.activities.conversion;

import org.jspecify.annotations.NullMarked;
