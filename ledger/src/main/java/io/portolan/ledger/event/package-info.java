/** What happened to the book, in one order: events that never change, and the rows that store them. */
@NullMarked
package io.portolan.ledger.event;

import org.jspecify.annotations.NullMarked;
