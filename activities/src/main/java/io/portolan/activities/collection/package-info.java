/** The leg at the buyer's side, through the domestic bank. */
@NullMarked
package io.portolan.activities.collection;

import org.jspecify.annotations.NullMarked;
