/** What every page has in common: assets, the logged-in user, error pages. */
@NullMarked
package io.portolan.console.layout;

import org.jspecify.annotations.NullMarked;
