/** The domestic bank B: collections, refunds and transfers in JSON. */
@NullMarked
package io.portolan.simulators.bank.domestic;

import org.jspecify.annotations.NullMarked;
