/** How values of the domain are stored in columns. */
@NullMarked
package io.portolan.db.column;

import org.jspecify.annotations.NullMarked;
