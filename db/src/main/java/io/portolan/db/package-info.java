/** The database, its settings and its migrations. */
@NullMarked
package io.portolan.db;

import org.jspecify.annotations.NullMarked;
