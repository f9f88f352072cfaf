/** Open payments whose workflow is missing are started, and those of which something has become known are woken. */
@NullMarked
package io.portolan.operations.dispatch;

import org.jspecify.annotations.NullMarked;
