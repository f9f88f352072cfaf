/** The demo's environment for tests of whole payments: processes of its own, all of which may be killed. */
@NullMarked
package io.portolan.app.environment;

import org.jspecify.annotations.NullMarked;
