/** Reading the book: entries, statements, and balances at any instant. */
@NullMarked
package io.portolan.db.ledger.history;

import org.jspecify.annotations.NullMarked;
