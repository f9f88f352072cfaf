/** The international bank D: payouts and statements in ISO 20022 XML. */
@NullMarked
package io.portolan.simulators.bank.international;

import org.jspecify.annotations.NullMarked;
