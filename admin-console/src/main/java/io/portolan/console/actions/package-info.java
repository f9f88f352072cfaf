/** What an operator can decide about a payment, with a reason, once. */
@NullMarked
package io.portolan.console.actions;

import org.jspecify.annotations.NullMarked;
