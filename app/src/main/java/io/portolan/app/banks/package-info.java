/** The banks and dealers of the configuration: connected by the protocol that each speaks, and found by id. */
@NullMarked
package io.portolan.app.banks;

import org.jspecify.annotations.NullMarked;
