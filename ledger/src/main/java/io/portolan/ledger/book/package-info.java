/** The book as a value: the fold of its events, by a pure function that cannot fail. */
@NullMarked
package io.portolan.ledger.book;

import org.jspecify.annotations.NullMarked;
