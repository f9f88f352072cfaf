/** Accounts at the simulated banks and the transfers between them. */
@NullMarked
package io.portolan.simulators.account;

import org.jspecify.annotations.NullMarked;
