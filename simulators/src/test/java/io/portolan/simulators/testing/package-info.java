/** Running simulators for tests, and clients that speak to them without sharing any code with them. */
@NullMarked
package io.portolan.simulators.testing;

import org.jspecify.annotations.NullMarked;
