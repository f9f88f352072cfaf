/** Ids of payments and merchants, and the keys of instructions. */
@NullMarked
package io.portolan.domain.ids;

import org.jspecify.annotations.NullMarked;
