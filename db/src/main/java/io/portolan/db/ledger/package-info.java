/** The book in MySQL: accounts that are locked, and lines that are never changed. */
@NullMarked
package io.portolan.db.ledger;

import org.jspecify.annotations.NullMarked;
