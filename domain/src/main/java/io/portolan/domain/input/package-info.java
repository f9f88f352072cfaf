/** What may come in from outside: rules for the fields of an input, and everything that is wrong with one at once. */
@NullMarked
package io.portolan.domain.input;

import org.jspecify.annotations.NullMarked;
