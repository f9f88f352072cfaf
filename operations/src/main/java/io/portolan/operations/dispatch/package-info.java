/** Open payments whose workflow is missing are started. */
@NullMarked
package io.portolan.operations.dispatch;

import org.jspecify.annotations.NullMarked;
