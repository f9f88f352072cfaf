/** How the modules are put together: which implementation stands behind which port. */
@NullMarked
package io.portolan.app.wiring;

import org.jspecify.annotations.NullMarked;
