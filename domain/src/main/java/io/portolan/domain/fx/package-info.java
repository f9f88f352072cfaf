/** Firm rates, quotes and trades with the FX dealer. */
@NullMarked
package io.portolan.domain.fx;

import org.jspecify.annotations.NullMarked;
