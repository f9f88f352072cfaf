/** What people decide about payments: evidence, proposals, approvals, and what became of them. */
@NullMarked
package io.portolan.domain.decision;

import org.jspecify.annotations.NullMarked;
