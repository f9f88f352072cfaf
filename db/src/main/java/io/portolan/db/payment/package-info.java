/** Payments in MySQL: their rows, their lists and their one way of changing. */
@NullMarked
package io.portolan.db.payment;

import org.jspecify.annotations.NullMarked;
