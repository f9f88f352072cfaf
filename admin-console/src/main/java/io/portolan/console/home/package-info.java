/** The home page: payments that need an operator, then all payments with filters in the address. */
@NullMarked
package io.portolan.console.home;

import org.jspecify.annotations.NullMarked;
