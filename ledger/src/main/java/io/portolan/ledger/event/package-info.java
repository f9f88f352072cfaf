/** What happened to the book, in one order: facts that nothing changes afterwards, and how they are written down. */
@NullMarked
package io.portolan.ledger.event;

import org.jspecify.annotations.NullMarked;
