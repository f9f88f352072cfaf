/** Money, payments, banks, FX and books as values, rules and ports. */
@NullMarked
package io.portolan.domain;

import org.jspecify.annotations.NullMarked;
