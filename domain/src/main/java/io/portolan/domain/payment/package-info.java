/** A payment's life: its order and price, its legs with what banks said and settled, the stages of its saga, and the ports that keep it. */
@NullMarked
package io.portolan.domain.payment;

import org.jspecify.annotations.NullMarked;
