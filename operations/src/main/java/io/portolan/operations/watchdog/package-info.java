/** Payments that do not go on although they should are noticed, told of and woken. */
@NullMarked
package io.portolan.operations.watchdog;

import org.jspecify.annotations.NullMarked;
