/** What a verification of the book reports: what was read, and which row is the first wrong one. */
@NullMarked
package io.portolan.ledger.audit.report;

import org.jspecify.annotations.NullMarked;
