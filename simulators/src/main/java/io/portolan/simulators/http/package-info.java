/** The HTTP server that the outside world listens with: WireMock, told what to answer by our own cores. */
@NullMarked
package io.portolan.simulators.http;

import org.jspecify.annotations.NullMarked;
