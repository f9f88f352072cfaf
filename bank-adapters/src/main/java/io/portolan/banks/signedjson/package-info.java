/** A bank that collects, refunds and transfers by signed JSON. */
@NullMarked
package io.portolan.banks.signedjson;

import org.jspecify.annotations.NullMarked;
