/** How the console says things to people: amounts, times, stages, and what happens next. */
@NullMarked
package io.portolan.console.text;

import org.jspecify.annotations.NullMarked;
