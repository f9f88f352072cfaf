/** Commands to the book, and what it decides about them: events, or a rejection with its reason. */
@NullMarked
package io.portolan.ledger.command;

import org.jspecify.annotations.NullMarked;
