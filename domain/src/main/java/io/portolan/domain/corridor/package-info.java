/** Which currency pairs are served, within which limits, at what fee, through which accounts, and who bears the cost of an unwind. */
@NullMarked
package io.portolan.domain.corridor;

import org.jspecify.annotations.NullMarked;
