/** Where everything is kept: the database, its settings, its migrations. */
@NullMarked
package io.portolan.db;

import org.jspecify.annotations.NullMarked;
