/** Random walks of a payment through the pure core: any order of what banks, dealers, people, the merchant and the clock may do. */
@NullMarked
package io.portolan.domain.walk;

import org.jspecify.annotations.NullMarked;
