/** How a payment is driven: what is to be done next, the plans that are made from what is proven, and what decisions change. Everything but {@code Planning} is pure. */
@NullMarked
package io.portolan.domain.saga;

import org.jspecify.annotations.NullMarked;
