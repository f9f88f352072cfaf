/** Every error as an RFC 9457 problem, wherever in the stack it arises, and the pages that its type leads to. */
@NullMarked
package io.portolan.checkout.problems;

import org.jspecify.annotations.NullMarked;
