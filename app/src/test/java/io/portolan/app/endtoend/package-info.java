/** Whole payments over real processes: the app, its database, Temporal and the simulated banks, all of which may be killed. */
@NullMarked
package io.portolan.app.endtoend;

import org.jspecify.annotations.NullMarked;
