/**
 * What every protocol of a bank or FX provider needs: one bounded HTTP exchange, and strict reading of what comes back
 * or calls in.
 */
@NullMarked
package io.portolan.banks.http;

import org.jspecify.annotations.NullMarked;
