/** What the scheduler looks after: payments that the engine forgot, funds that settle later, and payouts that come back. */
@NullMarked
package io.portolan.app.watch;

import org.jspecify.annotations.NullMarked;
