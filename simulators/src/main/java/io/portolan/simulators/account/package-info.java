/** Accounts at the outside world's banks, the movements between them and their statements. */
@NullMarked
package io.portolan.simulators.account;

import org.jspecify.annotations.NullMarked;
