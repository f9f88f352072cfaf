/** A dealer that quotes and executes firm rates by signed JSON in whole minor units. */
@NullMarked
package io.portolan.fx.firmrate;

import org.jspecify.annotations.NullMarked;
