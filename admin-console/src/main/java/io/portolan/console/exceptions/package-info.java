/** What needs a person, why, since when and what to do about it: the first thing on the landing page. */
@NullMarked
package io.portolan.console.exceptions;

import org.jspecify.annotations.NullMarked;
