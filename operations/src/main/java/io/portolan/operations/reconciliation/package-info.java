/** Our books compared with what the banks say. */
@NullMarked
package io.portolan.operations.reconciliation;

import org.jspecify.annotations.NullMarked;
