/** The book's rows as they are stored, not trusted: plain text and numbers. */
@NullMarked
package io.portolan.ledger.audit.stored;

import org.jspecify.annotations.NullMarked;
