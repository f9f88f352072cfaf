/** Callbacks of banks are verified, recorded once, and passed on as hints. */
@NullMarked
package io.portolan.operations.callbacks;

import org.jspecify.annotations.NullMarked;
