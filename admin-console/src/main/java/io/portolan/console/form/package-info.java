/** What the console's forms have in common: how text is kept and what a reason must be. */
@NullMarked
package io.portolan.console.form;

import org.jspecify.annotations.NullMarked;
