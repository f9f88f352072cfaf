/** Ids of payments and merchants, and the keys of instructions. */
@NullMarked
package io.portolan.domain.identity;

import org.jspecify.annotations.NullMarked;
