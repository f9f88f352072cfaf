/** Text for people: amounts, times, stages, reasons and next steps. */
@NullMarked
package io.portolan.console.text;

import org.jspecify.annotations.NullMarked;
