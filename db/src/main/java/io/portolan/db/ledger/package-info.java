/** Writing to the book in MySQL: one head that is locked, events in one order, and postings that never change. */
@NullMarked
package io.portolan.db.ledger;

import org.jspecify.annotations.NullMarked;
