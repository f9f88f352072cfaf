/** What people decided about payments, in MySQL. */
@NullMarked
package io.portolan.db.decision;

import org.jspecify.annotations.NullMarked;
