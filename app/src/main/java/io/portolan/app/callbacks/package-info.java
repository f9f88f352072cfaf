/** Where banks reach us: callbacks are verified, recorded once, and passed on as hints. */
@NullMarked
package io.portolan.app.callbacks;

import org.jspecify.annotations.NullMarked;
