/** The inbox of decisions that wait for a second person. */
@NullMarked
package io.portolan.console.approvals;

import org.jspecify.annotations.NullMarked;
