/** What every page has in common: assets, who is logged in, error pages. */
@NullMarked
package io.portolan.console.look;

import org.jspecify.annotations.NullMarked;
