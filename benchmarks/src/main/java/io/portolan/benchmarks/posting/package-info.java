/** How fast the ledger posts, beside a transaction for each payment and beside the server's own ceiling. */
@NullMarked
package io.portolan.benchmarks.posting;

import org.jspecify.annotations.NullMarked;
