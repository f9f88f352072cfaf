/** The sagas that decide what happens to a payment, and the activities they ask for. */
@NullMarked
package io.portolan.workflows;

import org.jspecify.annotations.NullMarked;
