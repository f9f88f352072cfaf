/** What a payment is going to do, frozen before it does it: plans, their movements, and the terms, entries and cost of each. */
@NullMarked
package io.portolan.domain.plan;

import org.jspecify.annotations.NullMarked;
