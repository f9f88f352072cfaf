/** The endpoint at which banks reach us. */
@NullMarked
package io.portolan.app.callbacks;

import org.jspecify.annotations.NullMarked;
