/** What nothing repairs by itself: said on every page until an operator ends it. */
@NullMarked
package io.portolan.console.alerts;

import org.jspecify.annotations.NullMarked;
