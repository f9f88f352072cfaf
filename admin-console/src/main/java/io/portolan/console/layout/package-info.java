/** What every page has in common: assets, who is logged in, error pages. */
@NullMarked
package io.portolan.console.layout;

import org.jspecify.annotations.NullMarked;
