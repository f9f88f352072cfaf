/** What can be configured, with every value checked when the program starts. */
@NullMarked
package io.portolan.app.settings;

import org.jspecify.annotations.NullMarked;
