/** Live updates: open pages learn what changed, from one poll of the database shared by all of them. */
@NullMarked
package io.portolan.console.live;

import org.jspecify.annotations.NullMarked;
