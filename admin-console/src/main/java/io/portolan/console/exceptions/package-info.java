/** Payments that need an operator: why, since when and what to do. */
@NullMarked
package io.portolan.console.exceptions;

import org.jspecify.annotations.NullMarked;
