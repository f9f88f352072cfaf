/** Credentials, hashes, and the freshness of signed requests. */
@NullMarked
package io.portolan.simulators.signature;

import org.jspecify.annotations.NullMarked;
