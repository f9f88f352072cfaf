/** The international bank: payouts abroad and statements as signed ISO 20022 documents. */
@NullMarked
package io.portolan.banks.iso20022;

import org.jspecify.annotations.NullMarked;
