/** The connection to Temporal, a server or in memory, and the worker that runs payments. */
@NullMarked
package io.portolan.app.temporal;

import org.jspecify.annotations.NullMarked;
