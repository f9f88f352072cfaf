/** The domestic bank: collections, refunds and top-ups as signed JSON. */
@NullMarked
package io.portolan.banks.domestic;

import org.jspecify.annotations.NullMarked;
