/** Who pays and who is paid: names, accounts and structured addresses. */
@NullMarked
package io.portolan.domain.party;

import org.jspecify.annotations.NullMarked;
