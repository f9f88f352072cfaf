/** The console where people step in. */
@NullMarked
package io.portolan.console;

import org.jspecify.annotations.NullMarked;
