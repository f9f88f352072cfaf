/** The operations console. */
@NullMarked
package io.portolan.console;

import org.jspecify.annotations.NullMarked;
