/** A bank that pays out abroad by signed ISO 20022 documents. */
@NullMarked
package io.portolan.banks.iso20022;

import org.jspecify.annotations.NullMarked;
