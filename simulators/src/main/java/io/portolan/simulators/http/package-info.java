/** The HTTP server of the simulators: WireMock, answering from our own endpoints. */
@NullMarked
package io.portolan.simulators.http;

import org.jspecify.annotations.NullMarked;
