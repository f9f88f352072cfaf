/** A MariaDB server that comes with the application, so that nothing needs installing. */
@NullMarked
package io.portolan.db.embedded;

import org.jspecify.annotations.NullMarked;
