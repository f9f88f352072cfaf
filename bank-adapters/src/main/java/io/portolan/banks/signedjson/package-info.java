/** The domestic bank: collections, refunds and top-ups as signed JSON. */
@NullMarked
package io.portolan.banks.signedjson;

import org.jspecify.annotations.NullMarked;
