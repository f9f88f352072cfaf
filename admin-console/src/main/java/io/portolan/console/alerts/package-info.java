/** Open alerts: a banner on every page, and the form with which an operator ends one. */
@NullMarked
package io.portolan.console.alerts;

import org.jspecify.annotations.NullMarked;
