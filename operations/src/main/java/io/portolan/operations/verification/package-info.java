/** The stored book is verified, accounts with wrong entries are frozen, and released once they verify again. */
@NullMarked
package io.portolan.operations.verification;

import org.jspecify.annotations.NullMarked;
