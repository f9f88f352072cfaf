/** The demonstration: everything real on one machine, sample orders through the API, a table of how they end, and nothing left behind. */
@NullMarked
package io.portolan.app.demo;

import org.jspecify.annotations.NullMarked;
