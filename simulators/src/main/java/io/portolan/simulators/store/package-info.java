/** The one SQLite file that everything is kept in: durable before it is acknowledged, many changes to one commit. */
@NullMarked
package io.portolan.simulators.store;

import org.jspecify.annotations.NullMarked;
