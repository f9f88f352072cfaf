/** What passes over the wire: requests, replies and the strict reading and writing of JSON, free of any server. */
@NullMarked
package io.portolan.simulators.wire;

import org.jspecify.annotations.NullMarked;
