/** Transactions that everything on a thread joins, group commits of many threads, and what database servers say when they fail. */
@NullMarked
package io.portolan.db.transaction;

import org.jspecify.annotations.NullMarked;
