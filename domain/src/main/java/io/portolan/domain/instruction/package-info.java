/** One attempt of one movement of a payment, with what the bank says of it and what has really moved. */
@NullMarked
package io.portolan.domain.instruction;

import org.jspecify.annotations.NullMarked;
