/** What a payment is going to do, priced and fixed before it does it. */
@NullMarked
package io.portolan.domain.plan;

import org.jspecify.annotations.NullMarked;
