/** The console in a real browser, on the packaged application and the simulated outside environment. */
@NullMarked
package io.portolan.app.browser;

import org.jspecify.annotations.NullMarked;
