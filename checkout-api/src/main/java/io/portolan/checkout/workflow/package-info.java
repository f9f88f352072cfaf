/** Telling the workflow service at once what the database has recorded. */
@NullMarked
package io.portolan.checkout.workflow;

import org.jspecify.annotations.NullMarked;
