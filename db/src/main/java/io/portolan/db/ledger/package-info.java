/** The book in MySQL: one head that is locked, events in one order, and postings that are never changed. */
@NullMarked
package io.portolan.db.ledger;

import org.jspecify.annotations.NullMarked;
