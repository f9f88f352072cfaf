/** The connection to the workflow engine, real or in memory, and the worker that drives payments. */
@NullMarked
package io.portolan.app.temporal;

import org.jspecify.annotations.NullMarked;
