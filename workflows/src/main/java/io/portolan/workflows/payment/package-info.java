/** The saga of one payment: what it decides, what it asks activities to do, and how people and banks reach it. */
@NullMarked
package io.portolan.workflows.payment;

import org.jspecify.annotations.NullMarked;
