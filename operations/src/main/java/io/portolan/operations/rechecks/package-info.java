/** Instructions that have ended are asked about again, more and more slowly, so that a bank that contradicts itself is heard. */
@NullMarked
package io.portolan.operations.rechecks;

import org.jspecify.annotations.NullMarked;
