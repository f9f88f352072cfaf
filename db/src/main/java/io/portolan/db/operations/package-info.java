/** What operations record and order: bank calls, operators, alerts and the control of the book. */
@NullMarked
package io.portolan.db.operations;

import org.jspecify.annotations.NullMarked;
