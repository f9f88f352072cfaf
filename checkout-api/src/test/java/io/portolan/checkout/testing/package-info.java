/** The API served for tests, on ports in memory, and a merchant's client of it. */
@NullMarked
package io.portolan.checkout.testing;

import org.jspecify.annotations.NullMarked;
