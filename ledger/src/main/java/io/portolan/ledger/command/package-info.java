/** What clients ask of the book, and the decision: events, or a refusal with its reason. */
@NullMarked
package io.portolan.ledger.command;

import org.jspecify.annotations.NullMarked;
