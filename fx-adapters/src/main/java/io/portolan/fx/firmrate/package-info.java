/** The FX dealer: firm rates and trades as signed JSON in whole minor units. */
@NullMarked
package io.portolan.fx.firmrate;

import org.jspecify.annotations.NullMarked;
