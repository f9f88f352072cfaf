/** The protocols that banks speak, one package each. */
@NullMarked
package io.portolan.banks;

import org.jspecify.annotations.NullMarked;
