/** The book as a value: the replay of its events, by a pure function that cannot fail. */
@NullMarked
package io.portolan.ledger.book;

import org.jspecify.annotations.NullMarked;
