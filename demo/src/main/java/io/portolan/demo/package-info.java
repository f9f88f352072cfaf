/** {@code ./portolan demo}: starts everything on this machine, sends orders through the API, and shows how they end. */
@NullMarked
package io.portolan.demo;

import org.jspecify.annotations.NullMarked;
