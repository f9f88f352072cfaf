/** What we may ask of banks, and the few things that we can know of an instruction afterwards. */
@NullMarked
package io.portolan.domain.bank;

import org.jspecify.annotations.NullMarked;
