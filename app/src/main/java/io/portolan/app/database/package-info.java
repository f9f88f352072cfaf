/** The database that is configured, or the embedded one, and the repositories over it. */
@NullMarked
package io.portolan.app.database;

import org.jspecify.annotations.NullMarked;
