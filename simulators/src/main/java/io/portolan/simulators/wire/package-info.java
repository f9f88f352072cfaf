/** Requests, replies, and the strict reading and writing of JSON, independent of any HTTP server. */
@NullMarked
package io.portolan.simulators.wire;

import org.jspecify.annotations.NullMarked;
