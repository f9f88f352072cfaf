/** An operator's actions on a payment: which are available, their forms, and carrying them out. */
@NullMarked
package io.portolan.console.actions;

import org.jspecify.annotations.NullMarked;
