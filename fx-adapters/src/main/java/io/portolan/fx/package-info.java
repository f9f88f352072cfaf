/** The protocols that FX providers speak, one package each. */
@NullMarked
package io.portolan.fx;

import org.jspecify.annotations.NullMarked;
