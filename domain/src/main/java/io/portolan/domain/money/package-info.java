/** Exact money: currencies with their minor units, amounts, rates and the one place where a conversion rounds. */
@NullMarked
package io.portolan.domain.money;

import org.jspecify.annotations.NullMarked;
