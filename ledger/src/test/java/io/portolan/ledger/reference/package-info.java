/** The engine compared with a plain model of it, over seeds: same decisions, same balances, however the requests are grouped. */
@NullMarked
package io.portolan.ledger.reference;

import org.jspecify.annotations.NullMarked;
