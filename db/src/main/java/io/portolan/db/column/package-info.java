/** How values of the domain stand in columns. */
@NullMarked
package io.portolan.db.column;

import org.jspecify.annotations.NullMarked;
