/** Whole payments over real parts: the app's own process, database, workflow engine and simulated banks, all of which may be killed. */
@NullMarked
package io.portolan.app.endtoend;

import org.jspecify.annotations.NullMarked;
