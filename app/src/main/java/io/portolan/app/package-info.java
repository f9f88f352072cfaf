/** Portolan's main program: the server, or one of its commands. */
@NullMarked
package io.portolan.app;

import org.jspecify.annotations.NullMarked;
