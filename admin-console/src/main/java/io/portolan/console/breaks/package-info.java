/** Open breaks: the page that lists them, who owns them, and how they are closed. */
@NullMarked
package io.portolan.console.breaks;

import org.jspecify.annotations.NullMarked;
