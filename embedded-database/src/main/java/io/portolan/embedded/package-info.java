/** A MariaDB server that comes with the application, so that nothing need be installed. */
@NullMarked
package io.portolan.embedded;

import org.jspecify.annotations.NullMarked;
