/** The one SQLite file for all state: durable before it is acknowledged, with many changes in one commit. */
@NullMarked
package io.portolan.simulators.store;

import org.jspecify.annotations.NullMarked;
