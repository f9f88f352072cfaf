/** Plans and their movements as rows: written once and never changed, but for a plan's status. */
@NullMarked
package io.portolan.db.payment.plan;

import org.jspecify.annotations.NullMarked;
