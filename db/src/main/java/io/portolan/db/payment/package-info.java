/** Payments in MySQL: their rows, their lists and the one way to change them. */
@NullMarked
package io.portolan.db.payment;

import org.jspecify.annotations.NullMarked;
