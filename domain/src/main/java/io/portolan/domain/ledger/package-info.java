/** Double entry: accounts, postings that balance per currency, and the port of the book that keeps them. */
@NullMarked
package io.portolan.domain.ledger;

import org.jspecify.annotations.NullMarked;
